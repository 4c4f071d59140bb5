/** The write token, kept for this tab until it is closed; never in the address. */
const KEY = 'annals-write-token';

export const token = {
  get() {
    return sessionStorage.getItem(KEY) ?? '';
  },
  set(text) {
    if (text) sessionStorage.setItem(KEY, text);
    else sessionStorage.removeItem(KEY);
  },
};
