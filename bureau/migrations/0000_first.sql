CREATE TABLE "audit" (
	"n" bigint PRIMARY KEY NOT NULL,
	"at" text NOT NULL,
	"person" text NOT NULL,
	"act" text NOT NULL,
	"ref" text NOT NULL,
	"prev" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_sequence" (
	"day" text PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_unit" (
	"case_id" text NOT NULL,
	"unit_code" text NOT NULL,
	CONSTRAINT "case_unit_case_id_unit_code_pk" PRIMARY KEY("case_id","unit_code")
);
--> statement-breakpoint
CREATE TABLE "command_done" (
	"command_id" text PRIMARY KEY NOT NULL,
	"method" text NOT NULL,
	"officer_id" text NOT NULL,
	"answer" text NOT NULL,
	"at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrolment_code" (
	"id" text PRIMARY KEY NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"unit_code" text NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text NOT NULL,
	"expires_at" text NOT NULL,
	"used_by" text,
	"used_at" text,
	"cancelled_at" text
);
--> statement-breakpoint
CREATE TABLE "event" (
	"stream" text NOT NULL,
	"seq" bigint NOT NULL,
	"id" text NOT NULL,
	"type" text NOT NULL,
	"v" bigint NOT NULL,
	"case_id" text NOT NULL,
	"unit_code" text NOT NULL,
	"received" text NOT NULL,
	"frame" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	"sig" "bytea" NOT NULL,
	"verdict" text NOT NULL,
	"code" text,
	"position" integer,
	"restricted" boolean NOT NULL,
	CONSTRAINT "event_stream_seq_pk" PRIMARY KEY("stream","seq"),
	CONSTRAINT "event_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "feed" (
	"scope" text NOT NULL,
	"cursor" bigint NOT NULL,
	"kind" text NOT NULL,
	"hash" "bytea",
	"note" text,
	"digest" "bytea" NOT NULL,
	"received" text NOT NULL,
	CONSTRAINT "feed_scope_cursor_pk" PRIMARY KEY("scope","cursor")
);
--> statement-breakpoint
CREATE TABLE "mediation" (
	"mediation_id" text PRIMARY KEY NOT NULL,
	"case_id" text,
	"title" text NOT NULL,
	"opened_on" text NOT NULL,
	"unit_code" text NOT NULL,
	"unit_name" text NOT NULL,
	"outcome" text NOT NULL,
	"restricted" boolean NOT NULL,
	"arrived_at" text NOT NULL,
	"state" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "officer" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"roles" text[] NOT NULL,
	"restricted" boolean NOT NULL,
	"active" boolean NOT NULL,
	"created_at" text NOT NULL,
	"password_salt" "bytea" NOT NULL,
	"password_hash" "bytea" NOT NULL,
	"password_cost" jsonb NOT NULL,
	"must_change" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "officer_session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"officer_id" text NOT NULL,
	"created_at" text NOT NULL,
	"seen_at" text NOT NULL,
	"expires_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petition_case" (
	"case_id" text PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"received_on" text NOT NULL,
	"arrived_at" text NOT NULL,
	"channel" text NOT NULL,
	"purpose" text NOT NULL,
	"category" text NOT NULL,
	"title" text NOT NULL,
	"lead_name" text NOT NULL,
	"persons_present" integer NOT NULL,
	"place_name" text NOT NULL,
	"origin_code" text NOT NULL,
	"origin_name" text NOT NULL,
	"custodian_code" text NOT NULL,
	"custodian_name" text NOT NULL,
	"custody" integer NOT NULL,
	"status" text NOT NULL,
	"restricted" boolean NOT NULL,
	"assignment" jsonb,
	"report_due" text,
	"objection_open" boolean NOT NULL,
	"unassigned" boolean NOT NULL,
	"concluded" boolean NOT NULL,
	"words" text[] NOT NULL,
	"state" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "scope_head" (
	"scope" text PRIMARY KEY NOT NULL,
	"cursor" bigint NOT NULL,
	"digest" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "setting" (
	"name" text PRIMARY KEY NOT NULL,
	"value" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_try" (
	"name" text PRIMARY KEY NOT NULL,
	"tries" integer NOT NULL,
	"last_at" text NOT NULL,
	"blocked_until" text
);
--> statement-breakpoint
CREATE TABLE "stream" (
	"stream" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"public_key" text NOT NULL,
	"unit_code" text NOT NULL,
	"letter" text NOT NULL,
	"desk_name" text NOT NULL,
	"state" text NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"hlc" text DEFAULT '' NOT NULL,
	"enrolled_at" text NOT NULL,
	"last_seen_at" text,
	"waiting" bigint DEFAULT 0 NOT NULL,
	"calendar_version" text DEFAULT '' NOT NULL,
	"app_version" text DEFAULT '' NOT NULL,
	"clock_behind" bigint
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"built_in" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "enrolment_code" ADD CONSTRAINT "enrolment_code_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment_code" ADD CONSTRAINT "enrolment_code_used_by_stream_stream_fk" FOREIGN KEY ("used_by") REFERENCES "public"."stream"("stream") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_stream_stream_stream_fk" FOREIGN KEY ("stream") REFERENCES "public"."stream"("stream") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "feed" ADD CONSTRAINT "feed_hash_event_hash_fk" FOREIGN KEY ("hash") REFERENCES "public"."event"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "officer_session" ADD CONSTRAINT "officer_session_officer_id_officer_id_fk" FOREIGN KEY ("officer_id") REFERENCES "public"."officer"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stream" ADD CONSTRAINT "stream_unit_code_unit_code_fk" FOREIGN KEY ("unit_code") REFERENCES "public"."unit"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_unit_unit" ON "case_unit" USING btree ("unit_code");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolment_code_hash" ON "enrolment_code" USING btree ("code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "event_accepted_id" ON "event" USING btree ("id") WHERE verdict = 'accepted';--> statement-breakpoint
CREATE INDEX "event_id" ON "event" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "event_position" ON "event" USING btree ("case_id","position") WHERE position is not null;--> statement-breakpoint
CREATE INDEX "event_case" ON "event" USING btree ("case_id","received");--> statement-breakpoint
CREATE INDEX "event_attention" ON "event" USING btree ("received") WHERE verdict <> 'accepted';--> statement-breakpoint
CREATE INDEX "mediation_case" ON "mediation" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "mediation_unit" ON "mediation" USING btree ("unit_code","opened_on");--> statement-breakpoint
CREATE UNIQUE INDEX "officer_name" ON "officer" USING btree ("name");--> statement-breakpoint
CREATE INDEX "officer_session_officer" ON "officer_session" USING btree ("officer_id");--> statement-breakpoint
CREATE INDEX "petition_case_number" ON "petition_case" USING btree ("number");--> statement-breakpoint
CREATE INDEX "petition_case_arrived" ON "petition_case" USING btree ("arrived_at","case_id");--> statement-breakpoint
CREATE INDEX "petition_case_received" ON "petition_case" USING btree ("received_on","case_id");--> statement-breakpoint
CREATE INDEX "petition_case_report" ON "petition_case" USING btree ("report_due","case_id");--> statement-breakpoint
CREATE INDEX "petition_case_origin" ON "petition_case" USING btree ("origin_code","arrived_at");--> statement-breakpoint
CREATE INDEX "petition_case_custodian" ON "petition_case" USING btree ("custodian_code","arrived_at");--> statement-breakpoint
CREATE INDEX "petition_case_unassigned" ON "petition_case" USING btree ("arrived_at") WHERE unassigned;--> statement-breakpoint
CREATE INDEX "petition_case_objection" ON "petition_case" USING btree ("arrived_at") WHERE objection_open;--> statement-breakpoint
CREATE INDEX "petition_case_words" ON "petition_case" USING gin ("words");--> statement-breakpoint
CREATE UNIQUE INDEX "stream_letter" ON "stream" USING btree ("unit_code","letter");--> statement-breakpoint
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'table % is append only', TG_TABLE_NAME;
END
$$;--> statement-breakpoint
CREATE TRIGGER "event_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "event" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "feed_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "feed" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();--> statement-breakpoint
CREATE TRIGGER "audit_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
