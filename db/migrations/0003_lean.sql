-- Every page that a registration touches is encrypted and flushed: fewer indexes, and rows that live in their key's tree.
DROP INDEX `event_case`;--> statement-breakpoint
CREATE INDEX `event_case` ON `event` (`case_id`,`verdict`);--> statement-breakpoint
DROP INDEX `petition_case_status`;--> statement-breakpoint
DROP INDEX `petition_case_number`;--> statement-breakpoint
CREATE INDEX `petition_case_number` ON `petition_case` (`number`,`restricted`,`registrar`);--> statement-breakpoint
CREATE TABLE `lean_command_done` (
	`command_id` text PRIMARY KEY NOT NULL,
	`method` text NOT NULL,
	`answer` text NOT NULL,
	`at` text NOT NULL
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `lean_command_done` SELECT `command_id`, `method`, `answer`, `at` FROM `command_done`;--> statement-breakpoint
DROP TABLE `command_done`;--> statement-breakpoint
ALTER TABLE `lean_command_done` RENAME TO `command_done`;--> statement-breakpoint
CREATE TABLE `lean_petitioner_key` (
	`case_row` integer NOT NULL,
	`ord` integer NOT NULL,
	`name` text NOT NULL,
	`initials` text NOT NULL,
	`phone_reversed` text NOT NULL,
	`id_reversed` text NOT NULL,
	PRIMARY KEY(`case_row`, `ord`)
) STRICT, WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `lean_petitioner_key` SELECT `case_row`, `ord`, `name`, `initials`, `phone_reversed`, `id_reversed` FROM `petitioner_key`;--> statement-breakpoint
DROP TABLE `petitioner_key`;--> statement-breakpoint
ALTER TABLE `lean_petitioner_key` RENAME TO `petitioner_key`;--> statement-breakpoint
CREATE INDEX `petitioner_key_initials` ON `petitioner_key` (`initials`);--> statement-breakpoint
CREATE INDEX `petitioner_key_phone` ON `petitioner_key` (`phone_reversed`) WHERE phone_reversed <> '';--> statement-breakpoint
CREATE INDEX `petitioner_key_id` ON `petitioner_key` (`id_reversed`) WHERE id_reversed <> '';
