/** Something that happens at a second since 1970. */
interface Appointment {
  readonly at: number;
  readonly order: number;
  readonly happen: () => void;
}

/** What is still to happen, taken out in time order; what falls on one second keeps the order in which it was put in. */
export interface Agenda {
  /** Puts something in; never before what was last taken out. */
  readonly put: (at: number, happen: () => void) => void;
  /** Takes out the next thing, or undefined where nothing is left. */
  readonly next: () => { readonly at: number; readonly happen: () => void } | undefined;
}

const earlier = (a: Appointment, b: Appointment): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

function rise(heap: Appointment[], appointment: Appointment): void {
  let at = heap.length;
  while (at > 0) {
    const above = (at - 1) >> 1;
    const parent = heap[above] as Appointment;
    if (!earlier(appointment, parent)) break;
    heap[at] = parent;
    at = above;
  }
  heap[at] = appointment;
}

function sink(heap: Appointment[], appointment: Appointment): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    const [left, right] = [heap[child], heap[child + 1]];
    if (left === undefined) break;
    if (right !== undefined && earlier(right, left)) child += 1;
    const least = heap[child] as Appointment;
    if (!earlier(least, appointment)) break;
    heap[at] = least;
    at = child;
  }
  heap[at] = appointment;
}

/** An empty agenda: a binary heap, so that memory follows what is pending and not what has been. */
export function createAgenda(): Agenda {
  const heap: Appointment[] = [];
  let order = 0;
  return {
    put: (at, happen) => {
      rise(heap, { at, order, happen });
      order += 1;
    },
    next: () => {
      const first = heap[0];
      const last = heap.pop();
      if (first !== undefined && last !== undefined && heap.length > 0) sink(heap, last);
      return first;
    },
  };
}
