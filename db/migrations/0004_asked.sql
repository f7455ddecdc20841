-- An answer is for what was asked; overdue is told by the legal day, so lists find it in their index too.
DROP INDEX `petition_case_list`;--> statement-breakpoint
CREATE INDEX `petition_case_list` ON `petition_case` (`received_on`,`number`,`status`,`channel`,`category`,`unit_code`,`next_due`,`next_legal`,`restricted`,`registrar`,`registered_at`);--> statement-breakpoint
ALTER TABLE `command_done` ADD `input_hash` blob;