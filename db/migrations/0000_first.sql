CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`roles` text NOT NULL,
	`active` integer NOT NULL,
	`created_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `account_name` ON `account` (`name`);--> statement-breakpoint
CREATE TABLE `assignment` (
	`assignment_id` text PRIMARY KEY NOT NULL,
	`case_id` text NOT NULL,
	`to_unit` text NOT NULL,
	`assigned_on` text NOT NULL,
	`report_due` text,
	`state` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `assignment_unit` ON `assignment` (`to_unit`,`state`);--> statement-breakpoint
CREATE INDEX `assignment_case` ON `assignment` (`case_id`);--> statement-breakpoint
CREATE TABLE `audit` (
	`n` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`at` text NOT NULL,
	`person` text NOT NULL,
	`act` text NOT NULL,
	`ref` text NOT NULL,
	`prev` text NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `case_sequence` (
	`day` text PRIMARY KEY NOT NULL,
	`last` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `command_done` (
	`command_id` text PRIMARY KEY NOT NULL,
	`method` text NOT NULL,
	`answer` text NOT NULL,
	`at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `draft` (
	`draft_id` text PRIMARY KEY NOT NULL,
	`author` text NOT NULL,
	`form` text NOT NULL,
	`title` text NOT NULL,
	`body` text NOT NULL,
	`saved_at` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `draft_author` ON `draft` (`author`,`saved_at`);--> statement-breakpoint
CREATE TABLE `event` (
	`pos` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`stream` text NOT NULL,
	`seq` integer NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`v` integer NOT NULL,
	`case_id` text NOT NULL,
	`entered` text NOT NULL,
	`frame` blob NOT NULL,
	`hash` blob NOT NULL,
	`sig` blob NOT NULL,
	`verdict` text NOT NULL,
	`verdict_code` text,
	`settled_by` text,
	`settled_note` text,
	`deferred` integer DEFAULT 0 NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `event_stream_seq` ON `event` (`stream`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `event_id` ON `event` (`id`);--> statement-breakpoint
CREATE INDEX `event_case` ON `event` (`case_id`,`pos`);--> statement-breakpoint
CREATE INDEX `event_verdict` ON `event` (`verdict`,`stream`,`seq`);--> statement-breakpoint
CREATE TABLE `feed_cursor` (
	`scope` text PRIMARY KEY NOT NULL,
	`cursor` integer NOT NULL,
	`digest` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `known_stream` (
	`stream` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`unit_code` text NOT NULL,
	`unit_name` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `mediation` (
	`mediation_id` text PRIMARY KEY NOT NULL,
	`case_id` text,
	`opened_on` text NOT NULL,
	`unit_code` text NOT NULL,
	`outcome` text NOT NULL,
	`state` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `mediation_case` ON `mediation` (`case_id`);--> statement-breakpoint
CREATE INDEX `mediation_opened` ON `mediation` (`opened_on`);--> statement-breakpoint
CREATE TABLE `paper_number` (
	`unit_code` text NOT NULL,
	`letter` text NOT NULL,
	`series` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`unit_code`, `letter`, `series`, `year`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `paper_print` (
	`subject` text NOT NULL,
	`id` text NOT NULL,
	`paper_id` text NOT NULL,
	`prints` integer NOT NULL,
	PRIMARY KEY(`subject`, `id`, `paper_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `petition_case` (
	`row_id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`case_id` text NOT NULL,
	`number` text NOT NULL,
	`received_on` text NOT NULL,
	`registered_at` text NOT NULL,
	`channel` text NOT NULL,
	`purpose` text NOT NULL,
	`category` text NOT NULL,
	`title` text NOT NULL,
	`lead_name` text NOT NULL,
	`persons_present` integer NOT NULL,
	`place_code` text NOT NULL,
	`place_name` text NOT NULL,
	`unit_code` text NOT NULL,
	`unit_name` text NOT NULL,
	`status` text NOT NULL,
	`restricted` integer NOT NULL,
	`next_due` text,
	`next_rule` text,
	`next_legal` text,
	`registrar` text NOT NULL,
	`state` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `petition_case_id` ON `petition_case` (`case_id`);--> statement-breakpoint
CREATE INDEX `petition_case_number` ON `petition_case` (`number`);--> statement-breakpoint
CREATE INDEX `petition_case_received` ON `petition_case` (`received_on`,`number`);--> statement-breakpoint
CREATE INDEX `petition_case_due` ON `petition_case` (`next_due`);--> statement-breakpoint
CREATE INDEX `petition_case_status` ON `petition_case` (`status`,`received_on`);--> statement-breakpoint
CREATE INDEX `petition_case_unit` ON `petition_case` (`unit_code`,`received_on`);--> statement-breakpoint
CREATE TABLE `petitioner_key` (
	`case_row` integer NOT NULL,
	`ord` integer NOT NULL,
	`name` text NOT NULL,
	`initials` text NOT NULL,
	`phone_reversed` text NOT NULL,
	`id_reversed` text NOT NULL,
	PRIMARY KEY(`case_row`, `ord`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `petitioner_key_initials` ON `petitioner_key` (`initials`);--> statement-breakpoint
CREATE INDEX `petitioner_key_phone` ON `petitioner_key` (`phone_reversed`);--> statement-breakpoint
CREATE INDEX `petitioner_key_id` ON `petitioner_key` (`id_reversed`);--> statement-breakpoint
CREATE TABLE `setting` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `stream_head` (
	`stream` text PRIMARY KEY NOT NULL,
	`seq` integer NOT NULL,
	`hash` text NOT NULL,
	`hlc` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE VIRTUAL TABLE `case_text` USING fts5(`words`, content='', contentless_delete=1, tokenize='unicode61');
--> statement-breakpoint
-- Deleted words leave the index too (the index would keep them otherwise).
INSERT INTO `case_text`(`case_text`, `rank`) VALUES('secure-delete', 1);
--> statement-breakpoint
CREATE TRIGGER `event_append_only` BEFORE DELETE ON `event` BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `event_bytes_fixed` BEFORE UPDATE OF `frame`, `hash`, `sig`, `stream`, `seq`, `id`, `type`, `v`, `case_id`, `entered` ON `event` BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_append_only` BEFORE DELETE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit trail is never deleted'); END;
--> statement-breakpoint
CREATE TRIGGER `audit_fixed` BEFORE UPDATE ON `audit` BEGIN SELECT RAISE(ABORT, 'the audit trail is never changed'); END;
