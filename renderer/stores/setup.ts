import type { InputOf } from '../../contract/define.ts';
import type { DeskContract } from '../../contract/deskContract.ts';
import type { PlaceView } from '../../contract/places.ts';
import { setupText } from '../text/setup.ts';

export type SetupInput = Omit<InputOf<DeskContract['setup']['create']>, 'commandId'>;
/** The form of the first run: the input of the call plus what is typed only to be sure. */
export type SetupForm = SetupInput & { repeat: string; townName: string };

export const EMPTY_SETUP: SetupForm = {
  townCode: '',
  townName: '',
  organName: '',
  organCode: '',
  statutoryRole: 'ART23_ORGAN',
  letter: 'A',
  contactPerson: '',
  contactPhone: '',
  superiorOrgan: '',
  administratorName: '',
  password: '',
  repeat: '',
  alsoClerk: true,
};

const STREET = /街道(办事处)?$/;

/** What the name of a town proposes for its papers: full name, short name for numbers, organ above. */
export function proposeUnit(town: Pick<PlaceView, 'code' | 'name'>, county: string): Partial<SetupForm> {
  const street = STREET.test(town.name);
  const bare = town.name.replace(STREET, '').replace(/(镇|乡|民族乡)$/, '');
  return {
    townCode: town.code,
    townName: town.name,
    organName: street ? `${county}${bare}街道办事处` : `${county}${town.name}人民政府`,
    organCode: street ? `${bare}街办` : `${bare}府`,
    superiorOrgan: `${county}人民政府`,
  };
}

type Errors = Record<string, string>;
const missing = (form: SetupForm, labels: Partial<Record<keyof SetupForm, string>>): Errors =>
  Object.fromEntries(
    Object.entries(labels)
      .filter(([key]) => String(form[key as keyof SetupForm]).trim() === '')
      .map(([key, label]) => [key, setupText.missing(label)]),
  );

/** What is still wrong on one page of the set-up (0 town, 1 unit, 2 administrator), by field. */
export function setupErrors(form: SetupForm, page: number): Errors {
  const { unit, admin, town } = setupText;
  if (page === 0)
    return /^\d{9}$/.test(form.townCode) ? {} : { townCode: form.townCode ? town.notTown : town.missing };
  if (page === 1)
    return {
      ...missing(form, {
        organName: unit.organName,
        organCode: unit.organCode,
        superiorOrgan: unit.superiorOrgan,
      }),
      ...(/^[A-Z]$/.test(form.letter) ? {} : { letter: unit.letterHint }),
    };
  const errors = missing(form, { administratorName: admin.name, password: admin.password });
  if (form.password && [...form.password].length < 8) errors.password = admin.passwordHint;
  if (form.password !== form.repeat) errors.repeat = admin.differs;
  return errors;
}
