import { expect } from '@open-wc/testing';
import type { DocumentView, RequirementResult } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { completeEligibility, completeEvaluation, completeNotice, samplePeople } from '@ssp-kit/process/testing';
import { type Form, type FormSection, sectionsOf } from './sections.js';

const form = (kind: string, about: string | undefined, data: DocumentView, more: Partial<Form> = {}): Form => ({
  kind,
  document: `${kind}-1`,
  data,
  track: 'idea',
  about,
  audience: 'staff',
  requirements: [],
  ...more,
});

const states = (sections: readonly FormSection[]) => sections.map(({ id, state }) => `${id}: ${state}`);

describe('sectionsOf', () => {
  it('leaves out what is of another occasion', () => {
    const initial = sectionsOf(hawaiiClassic, form('evaluation', 'initial', {}));
    const again = sectionsOf(hawaiiClassic, form('evaluation', 'reevaluation', {}));

    expect(initial.map(({ id }) => id)).to.deep.equal(['decision', 'areas', 'data']);
    expect(again.map(({ id }) => id)).to.deep.equal(['agreement', 'decision', 'areas', 'data']);
  });

  it('tells how far each is', () => {
    const empty = form('eligibility', 'idea', {});
    const begun = form('eligibility', 'idea', { reportsReviewed: true, decisionDate: '2027-01-12' });
    const whole = form('eligibility', 'idea', completeEligibility('idea', true, '2027-01-12'));

    expect(states(sectionsOf(hawaiiClassic, empty))).to.include('basis: not-started');
    expect(states(sectionsOf(hawaiiClassic, begun))).to.include('basis: in-progress');
    expect(sectionsOf(hawaiiClassic, whole).every(({ state }) => state === 'complete')).to.equal(true);
  });

  it('may leave a list empty that nothing asks for, and asks for it once something does', () => {
    const data = completeEvaluation('2027-01-12', 'no-assessment');
    const asked: RequirementResult = {
      id: 'evaluation.decide/areas',
      met: false,
      label: 'Name the areas that are assessed.',
      source: '',
      at: { document: 'evaluation', field: 'areas' },
    };

    const before = sectionsOf(hawaiiClassic, form('evaluation', 'initial', data));
    const after = sectionsOf(hawaiiClassic, form('evaluation', 'initial', data, { requirements: [asked] }));

    expect(states(before)).to.include('areas: optional');
    expect(states(after)).to.include('areas: not-started');
    expect(after.find(({ id }) => id === 'areas')?.missing).to.deep.equal([
      { path: 'areas', says: 'Name the areas that are assessed.' },
    ]);
  });

  it('counts a draft in brackets as not written', () => {
    const data = { ...completeNotice('2027-01-12'), why: 'Because [say why…]' };
    const elements = sectionsOf(hawaiiClassic, form('notice', 'evaluation', data)).find(({ id }) => id === 'elements');

    expect(elements?.state).to.equal('in-progress');
    expect(elements?.missing.map(({ path }) => path)).to.deep.equal(['why']);
  });

  it('names the row of a list that misses an answer', () => {
    const data: DocumentView = {
      dissent: [{ id: 'm', order: 'a', name: samplePeople.evaluator.name, agrees: false, statement: '' }],
    };
    const section = sectionsOf(hawaiiClassic, form('eligibility', 'idea', data)).find(({ id }) => id === 'consensus');

    expect(section?.missing.map(({ path }) => path)).to.include('dissent/m/statement');
    expect(section?.missing.map(({ says }) => says)).to.include('Dana Lum: Separate statement');
  });

  it('puts a short form into one section without a name', () => {
    const [only, ...others] = sectionsOf(hawaiiClassic, form('consent', '102b', {}));

    expect(others).to.have.length(0);
    expect(only?.label).to.equal('');
    expect(only?.fields.map(({ name }) => name))
      .to.include('activity')
      .and.not.to.include('recordsReviewed');
  });
});
