CREATE TABLE "logo" (
	"hash" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"picture" "bytea" NOT NULL,
	CONSTRAINT "logo_type_known" CHECK ("logo"."type" in ('image/png', 'image/jpeg', 'image/webp')),
	CONSTRAINT "logo_hash_of_picture" CHECK ("logo"."hash" = encode(sha256("logo"."picture"), 'hex')),
	CONSTRAINT "logo_size" CHECK (octet_length("logo"."picture") <= 102400)
);
