DROP INDEX `petition_case_received`;--> statement-breakpoint
DROP INDEX `petition_case_unit`;--> statement-breakpoint
CREATE INDEX `petition_case_list` ON `petition_case` (`received_on`,`number`,`status`,`channel`,`category`,`unit_code`,`next_due`,`restricted`,`registrar`,`registered_at`);