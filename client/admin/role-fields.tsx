import { ROLES, type BranchScope, type Role } from '../../contracts/roles.ts';
import { analyseTexts } from '../analyse/messages.ts';
import { useTexts } from '../i18n/language-context.tsx';
import { CheckGroup } from '../ui/check-group.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { SwitchField } from '../ui/switch-field.tsx';
import { chosenBranches } from './chosen-branches.ts';
import { peopleTexts } from './people-messages.ts';

export interface Branch {
  readonly code: string;
  readonly name: string;
}

export interface RoleChoice {
  readonly role: Role;
  readonly branches: BranchScope;
}

/** The branches that were chosen of those offered; null is all. Empty means that nothing is chosen yet. */
export const scopeOf = ({ branches }: RoleChoice, offered: readonly Branch[]): BranchScope =>
  branches === null ? null : chosenBranches(offered, branches);

/** Role and branches of a person. Who works in some branches only can give no more than those. */
export function RoleFields({
  value,
  onChange,
  offered,
  mayGiveAll,
}: {
  readonly value: RoleChoice;
  readonly onChange: (value: RoleChoice) => void;
  readonly offered: readonly Branch[];
  readonly mayGiveAll: boolean;
}) {
  const t = useTexts(peopleTexts);
  const roles = useTexts(analyseTexts).roles;
  return (
    <>
      <SelectField
        label={t.role}
        groups={[{ title: null, options: ROLES.map((role) => ({ value: role, label: roles[role] })) }]}
        value={value.role}
        onChange={(chosen) => {
          const role = ROLES.find((each) => each === chosen);
          if (role) onChange({ ...value, role });
        }}
      />
      {mayGiveAll ? (
        <SwitchField
          label={t.allBranches}
          isOn={value.branches === null}
          onChange={(isAll) => {
            onChange({ ...value, branches: isAll ? null : [] });
          }}
        />
      ) : null}
      {value.branches === null ? null : (
        <CheckGroup
          label={t.onlyThese}
          options={offered.map(({ code, name }) => ({ value: code, label: name }))}
          value={value.branches}
          onChange={(branches) => {
            onChange({ ...value, branches: [...branches] });
          }}
        />
      )}
    </>
  );
}
