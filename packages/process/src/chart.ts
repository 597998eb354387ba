import { initialTransition, setup, transition } from 'xstate';
import { type ChartEvent, guards, isBranchOf } from './guards.js';
import type { Process } from './process.js';
import { actionRow } from './select.js';
import type { ActionRow } from './tables/actions.js';
import type { StateId } from './tables/stages.js';

const machineSetup = setup({
  types: { events: {} as ChartEvent },
  guards: Object.fromEntries(
    Object.entries(guards).map(([name, judge]) => [name, ({ event }: { event: ChartEvent }) => judge(event)]),
  ),
  // The chart decides where a case goes; writing the decision down is the server's part.
  actions: { record: () => {} },
});

/** The chart as JSON: states from the stages table, transitions from the actions table, guards and actions by name. */
export function chartConfig(process: Process) {
  return {
    id: 'ssp',
    initial: 'express-concern',
    states: {
      ...Object.fromEntries(
        process.stages.map(({ id }) => {
          const inner = process.states.filter((state) => state.stage === id && state.id !== id);
          if (inner.length === 0) return [id, { on: transitions(process, id) }];
          return [
            id,
            {
              initial: local(inner[0]?.id ?? ''),
              states: Object.fromEntries(
                inner.map((state) => [local(state.id), { on: transitions(process, state.id) }]),
              ),
            },
          ];
        }),
      ),
      closed: { type: 'final' as const },
    },
  };
}

type Chart = ReturnType<typeof machineSetup.createMachine>;

const charts = new WeakMap<Process, Chart>();

/** The chart of a process, built once. */
export function chartOf(process: Process): Chart {
  const known = charts.get(process);
  if (known) return known;
  const config = chartConfig(process) as Parameters<typeof machineSetup.createMachine>[0];
  const chart = machineSetup.createMachine(config);
  charts.set(process, chart);
  return chart;
}

/** Where an event leads from a state, or null when the chart does not take it there. */
export function next(process: Process, state: StateId, event: ChartEvent): StateId | null {
  const chart = chartOf(process);
  const snapshot = chart.resolveState({ value: toValue(state) });
  // A final state of a chart takes no event; what is decided of a closed case leaves it closed.
  if (snapshot.status === 'done') return actionRow(process, event.type)?.from.includes(state) ? state : null;
  if (snapshot.status !== 'active' || !snapshot.can(event)) return null;
  const [after] = transition(chart, snapshot, event);
  return fromValue(after.value);
}

/** The state a new case starts in, as the chart has it; `startCase` reads it from the rows. */
export function initialState(process: Process): StateId {
  return fromValue(initialTransition(chartOf(process))[0].value);
}

function transitions({ actions }: Process, state: string) {
  return Object.fromEntries(
    actions
      .filter(({ from }) => (from as readonly string[]).includes(state))
      .map((row) => [row.id, row.branches.filter((one) => isBranchOf(one, state)).map(branch(row))]),
  );
}

function branch(row: ActionRow) {
  return ({ when, to }: ActionRow['branches'][number]) => ({
    ...(when ? { guard: when } : {}),
    ...(to === 'same' ? {} : { target: `#ssp.${to}` }),
    actions: ['record'],
    description: row.label,
  });
}

function local(id: string): string {
  return id.split('.')[1] ?? id;
}

function toValue(state: StateId): string | Record<string, string> {
  const [stage, inner] = state.split('.') as [string, string | undefined];
  return inner === undefined ? stage : { [stage]: inner };
}

function fromValue(value: unknown): StateId {
  if (typeof value === 'string') return value as StateId;
  const [stage, inner] = Object.entries(value as Record<string, string>)[0] as [string, string];
  return `${stage}.${inner}` as StateId;
}
