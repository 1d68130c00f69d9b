ALTER TABLE "response" VALIDATE CONSTRAINT "response_flags_known";
