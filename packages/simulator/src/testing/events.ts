import type { FlexEvent } from "@flexbill/usage";

/** The events of one type. */
export const ofType = <Type extends FlexEvent["type"]>(events: readonly FlexEvent[], type: Type) =>
  events.filter((event): event is Extract<FlexEvent, { type: Type }> => event.type === type);

/** What is said of each event, without its place in the stream. */
export const said = (events: Iterable<FlexEvent>): readonly string[] =>
  [...events].map(({ subject, time, type, data }) => JSON.stringify([subject, time, type, data]));
