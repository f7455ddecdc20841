import type { StepDone } from '../../../../contract/handling.ts';
import type { Result } from '../../../../domain/result.ts';
import { useCommand } from '../../../ui/useCommand.ts';
import { type FieldRules, type Fields, useFields } from '../../../ui/useFields.ts';
import type { PanelProps } from './panelProps.ts';

interface StepForm<F, I> {
  initial: () => F;
  rules: FieldRules<NoInfer<F>>;
  /** What is sent for the fields as read; null when something is not chosen yet, which the fields then say. */
  input(read: NoInfer<F>): I | null;
  send(input: NoInfer<I> & { commandId: string; caseId: string }): Promise<Result<StepDone, string>>;
}

/** The fields of a step on a case, and what its window needs: saving reads them, sends once and tells the page. */
export function useStepForm<F extends object, I extends object>(
  { view, onClose, onDone }: PanelProps,
  words: { title: string; save: string },
  { initial, rules, input, send }: StepForm<F, I>,
) {
  const command = useCommand((commandId, typed: I) => send({ ...typed, commandId, caseId: view.row.caseId }));
  const fields: Fields<F> = useFields(initial, rules, command.errors);
  const onSave = async () => {
    const read = fields.read();
    const typed = read && input(read);
    const done = typed && (await command.run(typed));
    if (done) onDone(done.papers);
  };
  const { values, change, error } = fields;
  const { busy, error: formError } = command;
  const dialog = { title: words.title, saveLabel: words.save, busy, error: formError, onClose, onSave };
  return { values, change, error, dialog };
}
