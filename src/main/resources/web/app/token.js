/** The token that lets read what is closed, and write; kept for this tab until it is closed, never in the address. */
const KEY = 'annals-token';

export const token = {
  get() {
    return sessionStorage.getItem(KEY) ?? '';
  },
  set(text) {
    if (text) sessionStorage.setItem(KEY, text);
    else sessionStorage.removeItem(KEY);
  },
  /** As the service takes it; nothing without one. */
  headers() {
    return this.get() ? {Authorization: `Bearer ${this.get()}`} : {};
  },
};
