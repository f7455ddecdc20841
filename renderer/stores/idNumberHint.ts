import type { LocalDate } from '../../domain/localDate.ts';

export const readIdNumber = (
  _text: string,
  _today: LocalDate,
): { sex?: 'male' | 'female'; birthDate?: string } | null => null;
export const idHint = (_text: string, _today: LocalDate): string | undefined => undefined;
