import { describe, expect, it } from 'vitest';
import { loadCodebook } from '../../instruments/registry.ts';
import { createColumnBuilder, substantiveValues, tableVariables } from './column-builder.ts';
import { DONT_KNOW_ENTRY, OTHER_MISSING, REFUSED_ENTRY, SKIPPED, UNANSWERED_ENTRY } from './study-data.ts';

const codebook = await loadCodebook('msme-digital-maturity', 'v1');

describe('createColumnBuilder', () => {
  it('tells skipped, unanswered, don’t know, refused and answered apart', () => {
    const builder = createColumnBuilder(codebook);
    const consent = { consent: 'yes' };
    builder.add({ ...consent, own_phone: 'yes', phone_type: 'smartphone' });
    builder.add({ ...consent, own_phone: 'yes', phone_type: 'dontknow' });
    builder.add({ ...consent, own_phone: 'yes', phone_type: 'refused' });
    builder.add({ ...consent, own_phone: 'yes' });
    builder.add({ ...consent, own_phone: 'no', phone_type: 'basic' });
    builder.add({ ...consent, own_phone: 'yes', phone_type: 'a code of another version' });
    const phoneType = codebook.variables.find(({ name }) => name === 'phone_type');
    const codes = phoneType ? substantiveValues(phoneType).map(({ code }) => code) : [];
    expect([...(builder.finish().get('phone_type') ?? [])]).toEqual([
      codes.indexOf('smartphone'),
      DONT_KNOW_ENTRY,
      REFUSED_ENTRY,
      UNANSWERED_ENTRY,
      SKIPPED,
      OTHER_MISSING,
    ]);
  });

  it('grows with the data, one entry a respondent', () => {
    const builder = createColumnBuilder(codebook);
    for (let index = 0; index < 5000; index += 1)
      builder.add({ consent: 'yes', own_phone: index % 3 === 0 ? 'yes' : 'no' });
    const column = builder.finish().get('own_phone') ?? new Uint16Array();
    const yes = substantiveValues(
      codebook.variables.find(({ name }) => name === 'own_phone') ?? codebook.variables[0]!,
    ).findIndex(({ code }) => code === 'yes');
    expect(column).toHaveLength(5000);
    expect(column.every((entry, index) => (entry === yes) === (index % 3 === 0))).toBe(true);
  });

  it('leaves out what names a person', () => {
    const names = tableVariables(codebook).map(({ name }) => name);
    expect(names).toContain('own_phone');
    expect(names).not.toContain('respondent_name');
    expect(names).not.toContain('respondent_phone');
  });
});
