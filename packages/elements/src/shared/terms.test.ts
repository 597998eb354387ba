import { expect } from '@open-wc/testing';
import { formatDay, formatDaysLeft, formatTime, initials } from './format.js';
import { defineTerms } from './terms.js';

describe('terms', () => {
  const terms = defineTerms('test', { hello: 'Hello {name}', things: '{count|One thing|{count} things} left' });

  it('puts values into their places', () => {
    expect(terms('hello', { name: 'Zoë {x}' })).to.equal('Hello Zoë {x}');
  });

  it('chooses by number', () => {
    expect(terms('things', { count: 1 })).to.equal('One thing left');
    expect(terms('things', { count: 3 })).to.equal('3 things left');
  });
});

describe('format', () => {
  it('writes a day as it is, whatever the reader’s time zone', () => {
    expect(formatDay('2026-11-03')).to.equal('Nov 3, 2026');
    expect(formatDay('2026-11-03', 'de')).to.equal('3. Nov. 2026');
    expect(formatDay('soon')).to.equal('soon');
    expect(formatDay(null)).to.equal('');
  });

  it('writes a time', () => {
    expect(formatTime('14:05')).to.match(/^2:05\sPM$/);
  });

  it('says how far a day is', () => {
    expect([0, 1, 5, 263, 1070, -1, -3].map(formatDaysLeft)).to.deep.equal([
      'today',
      'tomorrow',
      'in 5 days',
      'in about 9 months',
      'in about 3 years',
      '1 day late',
      '3 days late',
    ]);
  });

  it('finds the initials of any name', () => {
    expect(initials('Ana María Núñez')).to.equal('AN');
    expect(initials('Élodie')).to.equal('É');
    expect(initials('مريم حسن')).to.equal('مح');
    expect(initials('  ')).to.equal('');
  });
});
