import {labelOf} from './model.js';
import {texts} from './texts.js';

/** A fact in a sentence, with the names of those it mentions. */
export function factWords(fact) {
  if (fact.type === 'FactCorrected') return texts.facts.FactCorrected({what: factWords(fact.with)});
  const words = texts.facts[fact.type];
  return words ? words(named(fact)) : fact.type;
}

function named(fact) {
  const names = {...fact};
  if (fact.person) names.person = labelOf('person', fact.person);
  if (fact.office) names.office = labelOf('office', fact.office);
  if (fact.place) names.place = labelOf('place', fact.place);
  if (fact.type === 'BodyRelocated') names.to = labelOf('place', fact.to);
  return names;
}

/** Where it happened, if the fact says so. */
export function placeWords(fact) {
  if (!fact.place || fact.type === 'PlaceRenamed' || fact.type === 'PlaceDescribed') return null;
  return labelOf('place', fact.place);
}

/** A source in a line: title, author, year. */
export const sourceWords = ({title, author, year}) => [title, author, year].filter(Boolean).join(', ');
