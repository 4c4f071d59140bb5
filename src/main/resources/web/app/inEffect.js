/**
 * Which of the recorded facts count (section 2 of the rules): a retraction that is not itself retracted takes a
 * fact away. The correction whose content counts stands in `correctedBy`.
 * @param {object[]} facts of one log, in order of position, retractions and corrections among them
 */
export function inEffect(facts) {
  const retractions = new Map();
  const corrections = new Map();
  for (const fact of facts) {
    if (fact.type === 'FactRetracted') listed(retractions, fact.fact).push(fact);
    if (fact.type === 'FactCorrected') listed(corrections, fact.fact).push(fact);
  }
  const isRetracted = id => (retractions.get(id) ?? []).some(retraction => !isRetracted(retraction.id));
  const marked = fact => {
    const correction = (corrections.get(fact.id) ?? []).findLast(one => !isRetracted(one.id));
    return correction ? {...fact, correctedBy: correction} : fact;
  };
  return facts
    .filter(fact => fact.type !== 'FactRetracted' && fact.type !== 'FactCorrected' && !isRetracted(fact.id))
    .map(marked);
}

function listed(map, key) {
  if (!map.has(key)) map.set(key, []);
  return map.get(key);
}
