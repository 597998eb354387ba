import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { lreOf, lreOfPlan } from './lre.js';
import { lre } from './tables/lre.js';
import { vocabularies } from './tables/vocabularies/index.js';

describe('lreOf', () => {
  const cases: readonly (readonly [
    regular: number | null,
    school: number | null,
    setting: string | null,
    percent: number | null | undefined,
    code: string | undefined,
  ])[] = [
    [1800, 1800, null, 100, 'RC80'],
    [1440, 1800, null, 80, 'RC80'],
    [1439, 1800, null, 79.9, 'RC79TO40'],
    [720, 1800, null, 40, 'RC79TO40'],
    [719, 1800, null, 39.9, 'RC39'],
    [0, 1800, null, 0, 'RC39'],
    [1800, 1800, 'SS', 100, 'SS'],
    [null, null, 'HH', null, 'HH'],
    [null, null, 'separate-school', null, 'SS'],
    [900, 1800, 'regular-school', 50, 'RC79TO40'],
    [900, 1800, 'RC80', 50, 'RC79TO40'],
    [900, 1800, 'unknown', 50, 'RC79TO40'],
    [1801, 1800, null, undefined, undefined],
    [-1, 1800, null, undefined, undefined],
    [0, 0, null, undefined, undefined],
    [null, 1800, null, undefined, undefined],
    [Number.NaN, 1800, null, undefined, undefined],
  ];
  for (const [regular, school, setting, percent, code] of cases) {
    it(`${regular} of ${school} minutes${setting ? `, ${setting}` : ''}: ${code ?? 'nothing'}`, () => {
      const found = lreOf(lre.schoolAge, regular, school, setting);
      assert.equal(found?.percent, percent);
      assert.equal(found?.code, code);
    });
  }

  it('takes the named settings of early childhood', () => {
    for (const { code } of lre.earlyChildhood) assert.equal(lreOf(lre.earlyChildhood, null, null, code)?.code, code);
    assert.equal(lreOf(lre.earlyChildhood, 900, 1800), null);
  });

  it('reads them from a plan', () => {
    const minutes = { regularClassMinutes: 900, schoolMinutes: 1800 };
    assert.equal(lreOfPlan(minutes, { lre })?.code, 'RC79TO40');
    assert.equal(lreOfPlan({ ...minutes, schoolSetting: 'residential' }, { lre })?.code, 'RF');
    assert.equal(
      lreOfPlan({ ...minutes, schoolSetting: 'residential', earlyChildhoodSetting: 'SC' }, { lre })?.code,
      'SC',
    );
    assert.equal(lreOfPlan({}, { lre }), null);
  });

  it('knows the codes and the places that the vocabularies have', () => {
    const codes = (id: keyof typeof vocabularies) => vocabularies[id].map(({ code }) => code as string);
    assert.deepEqual(
      lre.schoolAge.map(({ code }) => code),
      codes('lre-school-age'),
    );
    assert.deepEqual(
      lre.earlyChildhood.map(({ code }) => code),
      codes('lre-early-childhood'),
    );
    assert.deepEqual(
      ['regular-school', ...lre.schoolAge.flatMap(({ setting }) => setting ?? [])],
      codes('school-setting'),
    );
  });

  it('never reports more time in the regular class than there is', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 1, max: 3000 }), (part, whole) => {
        fc.pre(part <= whole);
        const found = lreOf(lre.schoolAge, part, whole);
        const row = lre.schoolAge.find(({ code }) => code === found?.code);
        assert.ok(found?.percent !== null && found !== null);
        assert.ok(found.percent * whole <= part * 100 + 1e-6);
        assert.ok(found.percent >= (row?.from ?? 101));
      }),
    );
  });
});
