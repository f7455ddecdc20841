import type { Result } from '../../domain/result.ts';
import { consoleSentence } from '../text/bureau.ts';
import { type Command, useCommand } from '../ui/useCommand.ts';
import { sent } from './consoleClient.ts';

/** A command of one form at the console: `useCommand` with the console's sentences and weather. */
export function useSend<I, T>(
  send: (commandId: string, input: I) => Promise<Result<T, string>>,
): Command<I, T> {
  const command = useCommand<I, T>((commandId, input) => sent(send(commandId, input)));
  const { refusal } = command;
  if (!refusal) return command;
  const sentence = consoleSentence(refusal);
  return refusal.field
    ? { ...command, errors: { [refusal.field]: sentence }, error: undefined }
    : { ...command, errors: {}, error: sentence };
}
