/** People write names, facts hold slugs: a known name becomes its slug, a new one a slug and a fact that describes it. */

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const SLUG_AT_MOST = 128;
/** What Unicode does not take apart. */
const LETTERS = {ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i'};

export const isSlug = text => SLUG.test(text);

/** In Latin letters what has any, else a name that is as good as any other. */
export function slugFor(kind, name) {
  const slug = name.toLowerCase().replace(/[ßæœøłđðþı]/g, letter => LETTERS[letter]).normalize('NFKD').replace(/\p{M}/gu, '')
    .replace(/['’]/g, '').replace(/[^a-z0-9]+/g, '-').slice(0, SLUG_AT_MOST - 4).replace(/^-+|-+$/g, '');
  return slug || `${kind}-${[...name].map(letter => letter.codePointAt(0).toString(36)).join('').slice(0, 24)}`;
}

const indexes = new WeakMap();

/** The slugs of that kind that go by a name, whatever its capitals. */
function slugsOf(kind, name, labels) {
  if (!indexes.has(labels)) {
    indexes.set(labels, Map.groupBy(labels, ([subject, label]) => `${subject.slice(0, subject.indexOf('/'))}/${label.toLowerCase()}`));
  }
  return (indexes.get(labels).get(`${kind}/${name.toLowerCase()}`) ?? []).map(([subject]) => subject.slice(kind.length + 1));
}

/** What stands in a field for a slug: its name, if no other has the same. */
export function nameOf(kind, slug, labels) {
  const label = labels.get(`${kind}/${slug}`);
  return label && slugsOf(kind, label, labels).length === 1 ? label : slug;
}

/** @returns {{slug: string, isNew: boolean, name: string|null}} the name is null where none was given, only a slug */
export function entityOf(kind, typed, labels) {
  const name = typed.trim().replace(/\s+/g, ' ');
  if (isSlug(name)) return {slug: name, isNew: !labels.has(`${kind}/${name}`), name: null};
  const [known] = slugsOf(kind, name, labels);
  if (known) return {slug: known, isNew: false, name};
  const stem = slugFor(kind, name);
  let slug = stem;
  for (let count = 2; labels.has(`${kind}/${slug}`); count++) slug = `${stem}-${count}`;
  return {slug, isNew: true, name};
}

const DESCRIBED = {
  person: (person, name) => ({type: 'PersonDescribed', person, name}),
  office: (office, title) => ({type: 'OfficeDescribed', office, title}),
  place: (place, name) => ({type: 'PlaceDescribed', place, name}),
};

/** Resolves the names of one form, and remembers the new ones, with the pointer of the field that gave them. */
export class Names {
  #labels;
  #described = new Map();

  constructor(labels) {
    this.#labels = labels;
  }

  slug(kind, typed, pointer) {
    const {slug, isNew, name} = entityOf(kind, typed, this.#labels);
    if (isNew && name) this.#described.set(`${kind}/${slug}`, {fact: DESCRIBED[kind](slug, name), pointer});
    return slug;
  }

  /** The facts that describe what is new, but for what a fact describes itself. */
  describing({type, ...content}) {
    const own = Object.entries(DESCRIBED).find(([kind, made]) => made('', '').type === type)?.[0];
    return [...this.#described].filter(([subject]) => subject !== `${own}/${content[own]}`).map(([, described]) => described);
  }
}
