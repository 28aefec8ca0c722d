import type { CalendarDate } from "@flexbill/kernel";
import type { ActivityStates, Centre } from "../centre.ts";
import { dayStart } from "../clock/local-time.ts";
import type { ActivityText } from "../profile/activities.ts";
import type { Profile } from "../profile/profile.ts";

/** An activity as it is called now. */
export interface ActivityState {
  readonly sid: string;
  name: string;
}

/** The activities of a profile under their first names. */
export function activityStates({ activities }: Profile): ActivityStates {
  const state = ({ sid, name }: ActivityText): ActivityState => ({ sid, name });
  const { logout, available, busy, wrapUp, break: pause, others } = activities;
  return {
    logout: state(logout),
    available: state(available),
    busy: busy === undefined ? null : state(busy),
    wrapUp: state(wrapUp),
    break: state(pause),
    others: new Map(Object.entries(others).map(([id, activity]) => [id, state(activity)])),
  };
}

/** Plans the days on which activities get other names; renamings of the past are done at once. */
export function planRenamings(centre: Centre, began: number): void {
  const { activities } = centre.profile;
  const pairs: (readonly [ActivityText | undefined, ActivityState | null | undefined])[] = [
    [activities.logout, centre.activities.logout],
    [activities.available, centre.activities.available],
    [activities.busy, centre.activities.busy],
    [activities.wrapUp, centre.activities.wrapUp],
    [activities.break, centre.activities.break],
    ...Object.entries(activities.others).map(([id, text]) => [text, centre.activities.others.get(id)] as const),
  ];
  for (const [text, state] of pairs) {
    if (text === undefined || state === null || state === undefined) continue;
    for (const { from, name } of text.renamed.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
      const at = dayStart(centre.calendar, from as CalendarDate);
      centre.agenda.put(Math.max(at, began), rename, { state, name });
    }
  }
}

function rename(_: Centre, { state, name }: { readonly state: ActivityState; readonly name: string }): void {
  state.name = name;
}

/** Plans when Flex begins or ends to log out whom it cannot reach. */
export function planEnforcement(centre: Centre, began: number): void {
  const dated = centre.profile.enforceLogout.map(({ from, ...setting }) => ({
    at: from === undefined ? began : Math.max(began, dayStart(centre.calendar, from as CalendarDate)),
    order: from ?? "",
    setting,
  }));
  for (const { at, setting } of dated.sort((a, b) => (a.order < b.order ? -1 : 1))) {
    centre.agenda.put(at, enforce, setting.on ? setting.seconds * 1000 : null);
  }
}

function enforce(centre: Centre, after: number | null): void {
  centre.enforceAfter = after;
}
