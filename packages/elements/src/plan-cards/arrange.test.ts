import { expect } from '@open-wc/testing';
import { arrange } from './arrange.js';

describe('arrange', () => {
  const row = (id: string, link: Readonly<Record<string, string>> = {}) => ({ id, order: id, ...link });
  const rows = {
    needs: [row('n1'), row('n2')],
    goals: [row('g1', { need: 'n1' }), row('g2', { need: 'n2' }), row('g3', { need: 'gone' })],
    services: [row('s1', { goal: 'g1' }), row('s2')],
  };

  it('puts goals under their need and services under their goal', () => {
    const { needs, goals, services } = arrange(rows, null);

    expect(needs).to.deep.equal(['n1', 'n2']);
    expect(goals.get('n1')).to.deep.equal(['g1']);
    expect(services.get('g1')).to.deep.equal(['s1']);
  });

  it('keeps apart what answers no need and serves no goal', () => {
    const { goals, services } = arrange(rows, null);

    expect(goals.get('')).to.deep.equal(['g3']);
    expect(services.get('')).to.deep.equal(['s2']);
  });

  it('leaves cards where they are while somebody works in them', () => {
    const shown = arrange(rows, null);
    const moved = {
      ...rows,
      needs: [row('n2'), row('n1')],
      goals: [row('g1', { need: 'n2' }), row('g2', { need: 'n2' })],
    };

    const held = arrange(moved, shown);
    expect(held.needs).to.deep.equal(['n1', 'n2']);
    expect(held.goals.get('n1')).to.deep.equal(['g1']);

    const settled = arrange(moved, null);
    expect(settled.needs).to.deep.equal(['n2', 'n1']);
    expect(settled.goals.get('n2')).to.deep.equal(['g1', 'g2']);
  });

  it('lets new cards in behind their neighbour, and drops what is gone', () => {
    const shown = arrange(rows, null);
    const grown = { ...rows, needs: [row('n1'), row('n3'), row('n2')], goals: [row('g4', { need: 'n1' })] };

    const held = arrange(grown, shown);
    expect(held.needs).to.deep.equal(['n1', 'n3', 'n2']);
    expect(held.goals.get('n1')).to.deep.equal(['g4']);
    expect(held.services.get('')).to.deep.equal(['s1', 's2']);
  });
});
