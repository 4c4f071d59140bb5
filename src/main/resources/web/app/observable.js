/** A value that tells its subscribers when it has changed. */
export function observable(value) {
  const subscribers = new Set();
  return {
    get: () => value,
    set(next) {
      if (next === value) return;
      const before = value;
      value = next;
      for (const subscriber of [...subscribers]) subscriber(value, before);
    },
    /** @returns a function that ends the subscription */
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => subscribers.delete(subscriber);
    },
  };
}
