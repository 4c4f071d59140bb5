import {formatDay, parseDay} from './days.js';

/** The view as the address bar holds it, in the words of the service's own parameters. */

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const uuid = text => (UUID.test(text ?? '') ? text : null);
const slug = text => (SLUG.test(text ?? '') ? text : null);

export function viewOf(search) {
  const query = new URLSearchParams(search);
  const known = query.get('known');
  const [from, to] = [parseDay(query.get('from')), parseDay(query.get('to'))];
  const hasWindow = from !== null && to !== null && from <= to;
  const selection = {office: slug(query.get('office')), person: slug(query.get('person')), place: slug(query.get('place')), fact: uuid(query.get('fact'))};
  return {
    timeline: slug(query.get('timeline')),
    on: query.get('on')?.trim() || null,
    known: known !== null && /^\d{1,15}$/.test(known) ? Number(known) : null,
    from: hasWindow ? from : null,
    to: hasWindow ? to + 1 : null,
    selection: Object.values(selection).some(Boolean) ? selection : null,
  };
}

export function searchOf({timeline, on, known, from, to, selection}) {
  const query = new URLSearchParams();
  const put = (name, value) => value !== null && value !== undefined && query.set(name, value);
  put('timeline', timeline);
  put('on', on);
  put('known', known);
  if (from !== null && to !== null) {
    put('from', formatDay(from));
    put('to', formatDay(to - 1));
  }
  for (const name of ['office', 'person', 'place', 'fact']) put(name, selection?.[name]);
  return `?${query}`;
}
