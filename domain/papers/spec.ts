import type { z } from 'zod';
import type { NumberKind, PaperFrame } from './frame.ts';

/** What the program knows of one kind of paper. */
export interface PaperSpec<Data extends z.ZodType> {
  title: string;
  /** Row of DOMAIN 6.3; null for sheets that are no petition paper. */
  code: string | null;
  format: 'letter' | 'document' | 'form';
  numberKind?: NumberKind;
  /** The article that asks for it. */
  article: string;
  /** How many are printed. */
  copies: number;
  /** Whether the unit's seal belongs on it. */
  seal: boolean;
  data: Data;
  render(data: z.output<Data>, frame: PaperFrame): string;
}

/** Ties the data schema of a paper to its render function. */
export function definePaper<Data extends z.ZodType>(spec: PaperSpec<Data>): PaperSpec<Data> {
  return spec;
}
