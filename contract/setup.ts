import { z } from 'zod';
import { CommandBase } from './case.ts';
import { command, query } from './define.ts';
import { Password, SessionState } from './session.ts';

export const SetupInput = CommandBase.extend({
  /** 9-digit town code of GB/T 2260 + town. */
  townCode: z.string().regex(/^\d{9}$/),
  /** e.g. 兴宁市新陂镇人民政府; stands on every paper. */
  organName: z.string().trim().min(2).max(60),
  /** 机关代字 used in document numbers, e.g. 新陂府. */
  organCode: z.string().trim().min(1).max(12),
  statutoryRole: z.enum(['ART22_BUREAU', 'ART23_ORGAN']),
  /** Each PC of a town has its own letter, so numbers issued offline never collide. */
  letter: z.string().regex(/^[A-Z]$/),
  contactPerson: z.string().trim().max(50),
  contactPhone: z.string().trim().max(40),
  /** Organ to which 复查 is requested (Art.35). */
  superiorOrgan: z.string().trim().min(1).max(100),
  administratorName: z.string().trim().min(2).max(50),
  password: Password,
  /** The administrator also receives petitioners (small towns). */
  alsoClerk: z.boolean(),
});

export const setup = {
  /** First run only. Answers the recovery code once; it is never stored in clear. */
  create: command('anyone', SetupInput, z.object({ recoveryCode: z.string() }), [
    'already-set-up',
    'unknown-town',
    'weak-password',
    'disk-full',
    'read-only',
  ]),
  /** Printable sheet of the code just created, as PDF (base64). Only while it has not been confirmed. */
  recoverySheet: query('anyone', z.object({ recoveryCode: z.string() }), z.object({ pdf: z.string() }), [
    'wrong-code',
    'printing-unavailable',
  ]),
  /** A fresh code in the place of one that was never confirmed, for who knows the administrator's password. */
  renewCode: command(
    'anyone',
    CommandBase.extend({ password: z.string().max(128) }),
    z.object({ recoveryCode: z.string() }),
    ['wrong-password', 'too-many-tries', 'already-set-up'],
  ),
  /** Set-up ends when the code was typed back from the paper. */
  confirmRecovery: command('anyone', CommandBase.extend({ recoveryCode: z.string().max(64) }), SessionState, [
    'wrong-code',
  ]),
  /** Forgotten password: the paper code gives the named person a new one. */
  recover: command(
    'anyone',
    CommandBase.extend({ recoveryCode: z.string().max(64), name: z.string(), newPassword: Password }),
    SessionState,
    ['wrong-code', 'unknown-person', 'weak-password'],
  ),
};
