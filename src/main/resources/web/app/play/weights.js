import {rankedOffices} from '../timeline/lanes.js';

/** How much a fact weighs when not all can be told: events, deaths, then who holds an office alone, the foremost office first. */
export function weightsOf(chart) {
  const ranks = new Map(rankedOffices(chart).filter(({seats}) => seats === 1).map(({office}, index) => [office, index]));
  return fact => {
    switch (fact.type) {
      case 'EventOccurred': return 5;
      case 'PersonDied': return 4;
      case 'BodyRelocated': return 3;
      case 'OfficeAssumed': return ranks.has(fact.office) ? 2 + 1 / (1 + ranks.get(fact.office)) : 0;
      case 'OfficeVacated': return ranks.has(fact.office) ? 1 + 1 / (1 + ranks.get(fact.office)) : 0;
      case 'PlaceRenamed': return 1;
      default: return 0;
    }
  };
}
