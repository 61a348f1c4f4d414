import { expect, it } from 'vitest';
import { pastedCsv } from './pasted-csv.ts';

it('takes cells of a spreadsheet, and leaves CSV as it is', () => {
  expect(pastedCsv('branch\tname\r\nn\tNorth, upper\ns\tSouth "old"\n')).toBe(
    'branch,name\nn,"North, upper"\ns,"South ""old"""\n',
  );
  const csv = 'branch,name\nn,"a\tb"\n';
  expect(pastedCsv(csv)).toBe(csv);
});
