/**
 * What each type of fact says beside its sources and note. `input` is how it is asked for: `entity` (a slug, with
 * the known ones of that kind on offer), `entities` (slugs with commas between), `line`, `text`, `date`, `number`,
 * `flag`, `addresses` (one a line).
 */
const entity = (name, kind = name) => ({name, input: 'entity', kind, required: true});
const line = name => ({name, input: 'line', required: true});
const text = name => ({name, input: 'text'});
const optional = field => ({...field, required: false});

const date = {name: 'date', input: 'date', required: true};
const description = text('description');
const sameAs = {name: 'sameAs', input: 'addresses'};

export const FIELDS = {
  OfficeAssumed: [entity('office'), entity('person'), date, {name: 'acting', input: 'flag'}],
  OfficeVacated: [entity('office'), entity('person'), date, text('reason')],
  OfficeEstablished: [entity('office'), date],
  OfficeAbolished: [entity('office'), date],
  BodyRelocated: [entity('person'), entity('to', 'place'), optional(entity('from', 'place')), date, text('manner')],
  PlaceRenamed: [entity('place'), line('to'), optional(line('from')), date],
  EventOccurred: [
    line('title'), date, description, optional(entity('place')),
    {name: 'people', input: 'entities', kind: 'person'}, {name: 'offices', input: 'entities', kind: 'office'},
  ],
  PersonBorn: [entity('person'), date, optional(entity('place'))],
  PersonDied: [entity('person'), date, optional(entity('place'))],
  PersonDescribed: [entity('person'), line('name'), description, sameAs],
  OfficeDescribed: [
    entity('office'), line('title'), optional(line('organization')), optional(entity('place')),
    {name: 'seats', input: 'number'}, description, sameAs,
  ],
  PlaceDescribed: [
    entity('place'), line('name'), {name: 'latitude', input: 'number'}, {name: 'longitude', input: 'number'},
    description, sameAs,
  ],
};

export const RETRACTION = [{name: 'reason', input: 'text', required: true}];

export const SOURCE = [
  line('title'), optional(line('author')), {name: 'year', input: 'number'},
  {name: 'url', input: 'address'}, text('quote'),
];

export const NOTE = text('note');
