import { setupText } from '../../text/setup.ts';
import { TextField } from '../../ui/Field.tsx';
import type { SetupPageProps } from './TownPage.tsx';

const ROLES = ['ART23_ORGAN', 'ART22_BUREAU'] as const;

/** Name, number word, legal role, letter of the PC, contact, organ above. */
export function UnitPage({ form, errors, onChange }: SetupPageProps) {
  const words = setupText.unit;
  return (
    <>
      <h2>{words.title}</h2>
      <div className="form-grid">
        <TextField
          label={words.organName}
          required
          hint={words.organNameHint}
          maxLength={60}
          autoFocus
          value={form.organName}
          error={errors.organName}
          onChange={(organName) => onChange({ organName })}
        />
        <TextField
          label={words.organCode}
          required
          hint={words.organCodeHint}
          maxLength={12}
          value={form.organCode}
          error={errors.organCode}
          onChange={(organCode) => onChange({ organCode })}
        />
        <div className="field">
          <span className="field-label">{words.role}</span>
          <div className="setup-roles" role="radiogroup" aria-label={words.role}>
            {ROLES.map((role) => (
              <label
                key={role}
                className="setup-role"
                data-chosen={form.statutoryRole === role ? '' : undefined}
              >
                <input
                  type="radio"
                  name="statutoryRole"
                  value={role}
                  checked={form.statutoryRole === role}
                  onChange={() => onChange({ statutoryRole: role })}
                />
                <span>
                  <strong>{words.roles[role].title}</strong>
                  <small>{words.roles[role].hint}</small>
                </span>
              </label>
            ))}
          </div>
        </div>
        <TextField
          label={words.letter}
          required
          hint={words.letterHint}
          maxLength={1}
          value={form.letter}
          error={errors.letter}
          onChange={(letter) => onChange({ letter: letter.normalize('NFKC').toUpperCase() })}
        />
        <TextField
          label={words.superiorOrgan}
          required
          hint={words.superiorOrganHint}
          maxLength={100}
          value={form.superiorOrgan}
          error={errors.superiorOrgan}
          onChange={(superiorOrgan) => onChange({ superiorOrgan })}
        />
        <TextField
          label={words.contactPerson}
          maxLength={50}
          value={form.contactPerson}
          error={errors.contactPerson}
          onChange={(contactPerson) => onChange({ contactPerson })}
        />
        <TextField
          label={words.contactPhone}
          maxLength={40}
          value={form.contactPhone}
          error={errors.contactPhone}
          onChange={(contactPhone) => onChange({ contactPhone })}
        />
      </div>
    </>
  );
}
