-- TRUNCATE fires no row trigger, and with CASCADE it would take the answers along.
CREATE TRIGGER instrument_no_truncate BEFORE TRUNCATE ON "instrument"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_published_instrument();
