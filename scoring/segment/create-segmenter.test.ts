import { describe, expect, it } from 'vitest';
import { ARCHETYPES } from '../../contracts/archetype.ts';
import type { Codebook } from '../../contracts/codebook.ts';
import type { Respondent } from '../../contracts/respondent.ts';
import { compileClassifier } from '../rules/compile-classifier.ts';
import { TEST_CODEBOOK } from '../test-codebook.ts';
import { testRespondents } from '../test-respondents.ts';
import { createSegmenter } from './create-segmenter.ts';
import type { Segmentation } from './segmentation.ts';

function segment(people: readonly Respondent[], codebook: Codebook = TEST_CODEBOOK, seed = 1): Segmentation {
  const segmenter = createSegmenter(codebook, { seed });
  for (const person of people) segmenter.add(person);
  return segmenter.finish();
}

const PEOPLE = testRespondents(3000, 5);
const WHOLE = segment(PEOPLE);

describe('createSegmenter', () => {
  it('keeps respondents in the order they came, with the rules of the tablet', () => {
    const classify = compileClassifier(TEST_CODEBOOK);
    expect(WHOLE.ids).toEqual(PEOPLE.map((person) => person.id));
    expect(WHOLE.branches).toEqual(PEOPLE.map((person) => person.branch));
    PEOPLE.slice(0, 300).forEach((person, index) => {
      const { archetype, scores } = classify(person.answers);
      expect(WHOLE.ruleArchetype[index]).toBe(archetype === null ? -1 : ARCHETYPES.indexOf(archetype));
      WHOLE.scoreKeys.forEach((key, column) => {
        const score = WHOLE.scores[index * WHOLE.scoreKeys.length + column]!;
        expect(Number.isNaN(score) ? null : score).toBe(scores[key]);
      });
    });
  });

  it('names four clusters and lists every respondent it moved', () => {
    expect(WHOLE.clusters.refusal).toBeNull();
    expect([...WHOLE.clusters.archetypeOfCluster]).toEqual([0, 1, 2, 3]);
    expect(WHOLE.clusters.sizes.reduce((sum, size) => sum + size, 0)).toBe(
      WHOLE.clusters.fitted + WHOLE.clusters.assignedOnPart,
    );
    const differing = [...WHOLE.archetype.keys()].filter(
      (i) => WHOLE.archetype[i] !== WHOLE.ruleArchetype[i],
    );
    expect(WHOLE.moved.map((move) => move.index)).toEqual(differing);
    expect(WHOLE.agreement.moved).toBe(differing.length);
    expect(differing.length).toBeGreaterThan(0);
    for (const move of WHOLE.moved) {
      expect(move.to).toBe(WHOLE.clusterArchetype[move.index]);
      expect(move.reason).toContain(`clearly inside the ${ARCHETYPES[move.to]!} cluster`);
      if (move.kind === 'borderline') expect(Math.abs(move.to - move.from)).toBe(1);
      else expect(move.from).toBe(-1);
    }
  });

  it('never moves anyone past a cap', () => {
    const hasPhone = PEOPLE.map(({ answers }) => answers.phone === 'yes' || answers.shared === 'yes');
    const hasSmartphone = PEOPLE.map(({ answers }) => answers.phone_type === 'smartphone');
    WHOLE.archetype.forEach((rank, index) => {
      if (!hasPhone[index]) expect(rank).toBe(0);
      if (!hasSmartphone[index]) expect(rank).toBeLessThanOrEqual(2);
    });
  });

  it('counts agreement over those whom both could place', () => {
    const { confusion, weightedConfusion, compared, agree01, disagreements, disagreeing } = WHOLE.agreement;
    const both = [...WHOLE.ids.keys()].filter(
      (index) => WHOLE.ruleArchetype[index]! >= 0 && WHOLE.clusterArchetype[index]! >= 0,
    );
    expect(compared).toBe(both.length);
    expect(confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(both.length);
    const same = both.filter((index) => WHOLE.ruleArchetype[index] === WHOLE.clusterArchetype[index]);
    expect(disagreements).toBe(both.length - same.length);
    expect(disagreeing.length).toBe(disagreements);
    const weigh = (indices: number[]) => indices.reduce((sum, index) => sum + WHOLE.weights[index]!, 0);
    expect(agree01).toBeCloseTo(weigh(same) / weigh(both), 12);
    expect(weightedConfusion.flat().reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(weigh(both), 6);
  });

  it('has a confidence between 0 and 1 for all who were classified, and for nobody else', () => {
    WHOLE.confidence.forEach((confidence, index) => {
      if (WHOLE.archetype[index]! < 0) expect(confidence).toBeNaN();
      else expect(confidence >= 0 && confidence <= 1).toBe(true);
    });
  });

  it('finds the same clusters from every seed, on data that have them', () => {
    for (const seed of [2, 3, 4, 5]) {
      const other = segment(PEOPLE, TEST_CODEBOOK, seed);
      expect(other.clusters.inertia! / WHOLE.clusters.inertia!).toBeCloseTo(1, 4);
    }
  });

  it('lets the rules stand alone, with the reason, where clusters cannot be computed', () => {
    const few = segment(PEOPLE.slice(0, 2));
    expect(few.clusters.refusal).toContain('4 clusters need at least 4 respondents');
    expect(few.clusters.inertia).toBeNull();
    expect(few.archetype).toEqual(few.ruleArchetype);
    expect(few.agreement).toMatchObject({ compared: 0, agree01: null, kappa: null, adjustedRandIndex: null });
    expect(segment([]).size).toBe(0);
  });

  it('computes but does not name clusters that are not four', () => {
    const { model } = TEST_CODEBOOK;
    const three = { ...TEST_CODEBOOK, model: { ...model, clusters: { ...model.clusters, k: 3 } } };
    const result = segment(PEOPLE, three);
    expect(result.clusters.refusal).toContain('There are 3 clusters');
    expect(result.clusters.centroids).toHaveLength(12);
    expect([0, 1, 2].every((label) => result.cluster.includes(label))).toBe(true);
    expect(result.cluster.includes(3)).toBe(false);
    expect(result.clusterArchetype.every((rank) => rank === -1)).toBe(true);
    expect(result.archetype).toEqual(result.ruleArchetype);
    expect(result.agreement.adjustedRandIndex).toBeGreaterThan(0);
  });

  it('refuses a weight that is not above 0, and clusters on a score that is not there', () => {
    const { model } = TEST_CODEBOOK;
    for (const weight of [0, -1, Number.NaN, Infinity]) {
      expect(() => segment([{ ...PEOPLE[0]!, weight }])).toThrow('weight of respondent "r0"');
    }
    const wrong = {
      ...TEST_CODEBOOK,
      model: { ...model, clusters: { ...model.clusters, scores: ['ghost'] } },
    };
    expect(() => segment(PEOPLE, wrong)).toThrow('"ghost"');
  });
});
