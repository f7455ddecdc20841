import { z } from 'zod';
import { Role } from '../domain/person.ts';
import { CommandBase } from './case.ts';
import { command, query } from './define.ts';

export const TextSize = z.enum(['standard', 'large', 'extra']);
export type TextSize = z.infer<typeof TextSize>;

/** Trouble with the data file, each with its own sentence and never a "delete data" button. */
export const Trouble = z.enum([
  'newer-database',
  'damaged-database',
  'wrong-key',
  'damaged-key-file',
  'read-only',
  'disk-full',
  'second-instance',
]);
export type Trouble = z.infer<typeof Trouble>;

export const UnitView = z.object({
  code: z.string(),
  name: z.string(),
  organName: z.string(),
  statutoryRole: z.enum(['ART22_BUREAU', 'ART23_ORGAN']),
  letter: z.string(),
});

export const SessionState = z.object({
  phase: z.enum(['setup', 'confirm-recovery', 'signed-out', 'signed-in', 'trouble']),
  trouble: Trouble.optional(),
  training: z.boolean(),
  unit: UnitView.optional(),
  user: z.object({ id: z.string(), name: z.string(), roles: z.array(Role) }).optional(),
  /** Names for the sign-in list; no other personal data is shown before sign-in. */
  names: z.array(z.string()),
  textSize: TextSize,
  today: z.string(),
  version: z.string(),
});
export type SessionState = z.infer<typeof SessionState>;

export const Password = z.string().min(8).max(128);

export const session = {
  state: query('anyone', z.object({}), SessionState),
  signIn: query(
    'anyone',
    z.object({ name: z.string().min(1).max(50), password: z.string().min(1).max(128) }),
    SessionState,
    ['wrong-password', 'too-many-tries'],
  ),
  signOut: query('anyone', z.object({}), SessionState),
  changePassword: command(
    'signed-in',
    CommandBase.extend({ oldPassword: z.string(), newPassword: Password }),
    z.object({}),
    ['wrong-password', 'weak-password', 'too-many-tries'],
  ),
  /** Opens the training desk: its own database, made-up people, never synced to a real bureau. */
  enterTraining: query('anyone', z.object({ role: Role.default('clerk') }), SessionState),
  leaveTraining: query('anyone', z.object({}), SessionState),
  setTextSize: query('anyone', z.object({ textSize: TextSize }), SessionState),
};
