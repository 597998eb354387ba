/** How long a page that draws no frames (it is in the background) waits at most, in milliseconds. */
const withoutFrames = 200;
/** A judgement waits until nothing has changed for `calm`, and no longer than `patience`, in milliseconds. */
const calm = 250;
const patience = 2_000;

const looks = new Set<() => void>();
let drawing: Promise<void> | null = null;
/** Until the frame is on the screen in which something was drawn already. */
let frame: Promise<void> | null = null;

/**
 * Calls `look` once, however often it is asked for until then: at once when nothing was drawn in this frame, so that what has
 * changed is laid out together; else with the next frame.
 */
export function beforeFrame(look: () => void): void {
  looks.add(look);
  drawing ??= (frame ?? Promise.resolve()).then(draw);
}

/** The drawing that is on its way, or null. */
export function nextDrawing(): Promise<void> | null {
  return drawing;
}

function draw(): void {
  drawing = null;
  frame = endOfFrame();
  const due = [...looks];
  looks.clear();
  for (const one of due) one();
}

function endOfFrame(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      cancelAnimationFrame(request);
      clearTimeout(timer);
      frame = null;
      resolve();
    };
    const request = requestAnimationFrame(end);
    const timer = setTimeout(end, withoutFrames);
  });
}

const judgements = new Set<() => void>();
let judging: Promise<void> | null = null;
let ask: (() => void) | null = null;

/** Calls `judge` once when the page has nothing better to do and changes have come to rest. */
export function whenIdle(judge: () => void): void {
  judgements.add(judge);
  judging ??= new Promise((resolve) => {
    const since = performance.now();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const all = () => {
      judging = null;
      ask = null;
      const due = [...judgements];
      judgements.clear();
      for (const one of due) one();
      resolve();
    };
    ask = () => {
      clearTimeout(timer);
      const left = since + patience - performance.now();
      timer = setTimeout(() => atRest(all), Math.max(0, Math.min(calm, left)));
    };
  });
  ask?.();
}

/** The judgements that are waiting, or null. */
export function nextJudgements(): Promise<void> | null {
  return judging;
}

/** Not every browser tells when it is idle. */
function atRest(work: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: calm });
  else setTimeout(work);
}
