/** @returns whether the text is on the clipboard: without a secure origin there is none, and it is to be copied by hand */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
