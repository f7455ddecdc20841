-- Half as many words in the index: a single character is found by the pairs that begin with it.
DROP INDEX "petition_case_words";--> statement-breakpoint
ALTER TABLE "petition_case" ALTER COLUMN "words" SET DATA TYPE tsvector USING array_to_tsvector("words");--> statement-breakpoint
CREATE INDEX "petition_case_words" ON "petition_case" USING gin ("words");
