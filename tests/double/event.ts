/** An event that a listener can prevent, as Electron hands it out. */
export interface DoubleEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

/** An event with the given members; `preventDefault` is remembered. */
export function createEvent<T extends object>(members: T): T & DoubleEvent {
  const event = {
    ...members,
    defaultPrevented: false,
    preventDefault() {
      event.defaultPrevented = true;
    },
  };
  return event;
}
