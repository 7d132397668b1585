#!/usr/bin/env python3
"""What each part of the description of a window is worth: accuracies by artist, ten folds.

usage: ablation.py CORPUS CACHE [GROUPS.csv]

CORPUS holds the manifests, CACHE the features that `tonearm evaluate --cache CACHE` left there
(listening-2). GROUPS.csv, as near-duplicates.py writes it, joins groups. Needs NumPy, SciPy and
scikit-learn (Debian: python3-sklearn). Prints a Markdown table; takes some minutes on one core.

The blocks are those of org.tonearm.model.description, written once more and independently; a plain
support-vector machine (C = 3) stands where Tonearm joins it with its network and calibrates. Axes
of components are those of all clips here: labels are never seen outside the training part.
"""
import csv
import glob
import hashlib
import os
import random
import sys

import numpy as np
import scipy.fft
from sklearn.svm import SVC

GENRES = "blues classical country disco electronic folk hiphop jazz latin metal pop reggae rnb rock"
EMOTIONS = (
    "amazement solemnity tenderness nostalgia calmness power joyful_activation tension sadness"
)
WEIGHTS = {
    "scattering statistics": 0.35,
    "scattering covariance": 0.10,
    "its logarithm": 0.10,
    "timbre": 0.10,
    "timbre's motion": 0.10,
    "band correlation": 0.05,
    "tonality": 0.08,
    "dynamics": 0.05,
}
FOLDS = 10
INNER = 5
RIDGE = 0.3
LEFT_OUT_HZ = 8000
FLOORS = 2.0**-14, 1e-5
REFERENCE = 4.16
MOST_GAIN = np.log(10) * 30 / 20
MAJOR = np.array([6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88])
MINOR = np.array([6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17])


class Clip:
    """One recording: its labels, group and frames."""

    def __init__(self, path, row):
        self.path, self.row, self.group = path, row, row["group"]
        self.dataset = row["dataset"]
        long = float(row.get("duration_s") or 30) >= 8 and self.dataset != "genre_hardtechno"
        genre = row.get("genre", "")
        known = genre in GENRES.split() and row.get("split_ff") != "fault"
        self.genre = genre if known else ""
        quadrant = row.get("quadrant") or row.get("label", "")
        self.quadrant = quadrant if quadrant in ("Q1", "Q2", "Q3", "Q4") else ""
        label = row.get("label", "")
        self.cluster = label if label in ("C1", "C2", "C3", "C4", "C5") else ""
        self.scored_genre = self.genre if long else ""
        self.scored_quadrant = self.quadrant if long else ""
        self.emotify = label if self.dataset == "genre_mood_emotify" else ""
        self.words = [w.strip() for w in row.get("moods", "").split(";") if w.strip()]
        self.kinds = [w.strip() for w in row.get("genres", "").split(";") if w.strip()]

    def numbers(self, columns):
        try:
            return [float(self.row[c]) for c in columns]
        except (KeyError, ValueError):
            return None


def read_clips(corpus, groups):
    rows = {}
    manifests = [os.path.join(corpus, name) for name in ("genre.csv", "mood.csv")]
    for manifest in manifests + sorted(glob.glob(os.path.join(corpus, "*", "manifest.csv"))):
        folder = os.path.dirname(manifest)
        with open(manifest, newline="") as lines:
            for row in csv.DictReader(lines):
                path = os.path.join(folder, row["path"])
                if not os.path.exists(path):
                    path = os.path.join(corpus, row["path"])
                own = rows.setdefault(os.path.realpath(path), {})
                for column, value in row.items():
                    if value and column not in own:
                        own[column] = value
    if groups:
        with open(groups, newline="") as lines:
            for row in csv.DictReader(lines):
                path = os.path.realpath(os.path.join(os.path.dirname(groups), row["path"]))
                rows[path]["group"] = row["group"]
    return [Clip(path, row) for path, row in rows.items()]


def frames(clip, cache):
    digest = hashlib.sha256(b"listening-2")
    with open(clip.path, "rb") as audio:
        digest.update(audio.read())
    with open(os.path.join(cache, digest.hexdigest()[:32] + ".frames"), "rb") as kept:
        data = kept.read()
    count, size = np.frombuffer(data[:8], np.int32)
    whole = np.frombuffer(data[8:], np.float32).reshape(count, size)
    return whole[:, :525], whole[:, 525:1165].reshape(-1, 80), whole[:, 1165:].reshape(-1, 72)


def bands():
    """Row, hertz and order of each scattering coefficient."""
    here = os.path.dirname(os.path.abspath(__file__))
    return np.loadtxt(os.path.join(here, "scattering-bands.csv"), delimiter=",", skiprows=1)


def evened(parts, share):
    """Frames, of whose difference in level from the reference a share is taken away."""
    scattering, mel, pitch = parts
    _, hertz, order = bands().T
    summed = np.exp(scattering[:, (order == 1) & (hertz <= LEFT_OUT_HZ)].astype(float))
    level = np.log(np.maximum(0, summed - FLOORS[0]).sum(1).mean() + 1e-12)
    gain = share * np.clip(REFERENCE - level, -2 * MOST_GAIN, MOST_GAIN)

    def moved(x, floor):
        linear = np.maximum(0, np.exp(x.astype(float)) - floor)
        return np.log(floor + np.exp(gain) * linear).astype(np.float32)

    scattering = scattering.copy()
    scattering[:, order < 2] = moved(scattering[:, order < 2], FLOORS[0])
    return scattering, moved(mel, FLOORS[1]), moved(pitch, FLOORS[1])


def five_statistics(x):
    steps = np.abs(np.diff(x, axis=0)).mean(0) if len(x) > 1 else np.zeros(x.shape[1])
    return np.concatenate([x.mean(0), x.std(0), *np.quantile(x, [0.1, 0.9], axis=0), steps])


def logarithm(matrix):
    values, vectors = np.linalg.eigh(matrix)
    whole = (vectors * np.log(np.maximum(values, 1e-6))) @ vectors.T
    whole[np.triu_indices(len(whole), 1)] *= np.sqrt(2)
    return whole[np.triu_indices(len(whole))]


def timbre(mel):
    cepstra = scipy.fft.dct(mel, axis=1, norm="ortho")[:, :20]
    steps = np.diff(cepstra, axis=0)
    floor = 1e-2 * np.eye(20)
    mean = np.r_[cepstra.mean(0), logarithm(np.cov(cepstra.T) + floor)]
    return mean, logarithm(np.cov(steps.T) + floor)


def correlation(mel):
    groups = mel[:, :78].reshape(len(mel), 26, 3).mean(2)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.nan_to_num(np.corrcoef(groups.T)[np.triu_indices(26, 1)])


def smooth(x, length, axis):
    box = np.ones(length) / length
    return np.apply_along_axis(lambda v: np.convolve(v, box, "same"), axis, x)


def tonality(pitch):
    peaks = np.maximum(0, pitch - smooth(pitch, 11, 1))
    octaves = peaks.reshape(len(peaks), 6, 12)
    chroma = octaves.sum(1)
    chroma = chroma / (chroma.sum(1, keepdims=True) + 1e-3)
    mean = chroma.mean(0)
    scaled = (mean - mean.mean()) / (mean.std() + 1e-6)
    profiles = [(p - p.mean()) / p.std() for p in (MAJOR, MINOR)]
    keys = np.array([np.roll(p, k) for p in profiles for k in range(12)])
    fits = keys @ scaled / 12
    key = int(np.argmax(np.maximum(fits[:12], fits[12:])))
    calm = smooth(chroma, 9, 0)
    local = (calm - calm.mean(1, keepdims=True)) / (calm.std(1, keepdims=True) + 1e-6) @ keys.T / 12
    major, minor = local[:, :12].max(1), local[:, 12:].max(1)
    entropy = -(chroma * np.log(chroma + 1e-6)).sum(1)
    joint = chroma.T @ chroma / len(chroma)
    intervals = [np.mean([joint[i, (i + d) % 12] for i in range(12)]) for d in range(7)]
    following = np.zeros(12)
    if len(calm) > 8:
        lagged = calm[:-4].T @ calm[4:] / max(1, len(calm) - 4)
        following = [np.mean([lagged[i, (i + d) % 12] for i in range(12)]) for d in range(12)]
    change = np.abs(np.diff(calm, axis=0)).sum(1)
    spread = octaves.sum(2)
    return np.r_[
        np.roll(mean, -key) * 12, fits[:12].max(), fits[12:].max(),
        fits[:12].max() - fits[12:].max(), np.abs(np.fft.rfft(mean))[1:] * 5,
        major.mean(), major.std(), minor.mean(), minor.std(),
        (major - minor).mean(), (major - minor).std(), entropy.mean(), entropy.std(),
        np.array(intervals) * 30, np.array(following) * 30, change.mean(), change.std(),
        spread.mean(0), spread.std(0), peaks.mean(), peaks.std(),
        (peaks > 1).mean(), (peaks > 2).mean(), mean.max() * 12,
    ]  # fmt: skip


def dynamics(mel):
    power = np.exp(mel)
    level = np.log(power.mean(1) + 1e-9)
    centroid = (power * np.arange(80)).sum(1) / power.sum(1)
    told = []
    for series in (level, centroid, mel.mean(1) - level):
        told += [series.mean(), series.std(), *np.percentile(series, [5, 25, 50, 75, 95])]
        told += [np.abs(np.diff(series)).mean()]
        second = 43
        parts = series[: len(series) // second * second].reshape(-1, second)
        parts = parts if len(parts) else series[None]
        told += [parts.mean(1).std(), parts.std(1).mean(), parts.std(1).std()]
    ranked = np.sort(mel.reshape(len(mel), 8, 10), 2)
    contrast = ranked[:, :, -2:].mean(2) - ranked[:, :, :3].mean(2)
    return np.r_[told, contrast.mean(0), contrast.std(0)]


def frame_axes(scattering):
    """Mean, deviation and axes of 30 components of the scattering frames."""
    sample = np.concatenate([x[::10] for x in scattering])
    mean, deviation = sample.mean(0), sample.std(0) + 1e-9
    values, axes = np.linalg.eigh(np.cov(((sample - mean) / deviation).T))
    return mean, deviation, axes[:, ::-1][:, :30] / np.sqrt(values[::-1][:30])


def scattering_of(clips, cache, share):
    rows = bands()[:, 1] <= LEFT_OUT_HZ
    return [evened(frames(clip, cache), share)[0][:, rows] for clip in clips]


def describe(clips, cache, share, axes_of=None):
    """The blocks, of windows of whose level a share is evened out, on axes of their own or given."""
    scattering = scattering_of(clips, cache, share)
    mean, deviation, axes = axes_of or frame_axes(scattering)
    upper = np.triu_indices(30)
    blocks = {name: [] for name in WEIGHTS}
    for clip, x in zip(clips, scattering):
        _, mel, pitch = (
            part.astype(np.float64) for part in evened(frames(clip, cache), share)
        )
        seen = (x - mean) / deviation @ axes
        covariance = np.cov(seen.T) if len(seen) > 2 else np.eye(30)
        rooted = np.sign(covariance) * np.sqrt(np.abs(covariance))
        colour, motion = timbre(mel)
        told = (
            five_statistics(x), np.r_[seen.mean(0), rooted[upper]],
            logarithm(covariance + 0.03 * np.eye(30)), colour, motion,
            correlation(mel), tonality(pitch), dynamics(mel),
        )  # fmt: skip
        for name, block in zip(WEIGHTS, told):
            blocks[name].append(np.nan_to_num(block))
    return {name: np.array(block, np.float32) for name, block in blocks.items()}


def standardised(x, of=None):
    """By mean and deviation of its own rows, or of others."""
    of = x if of is None else of
    deviation = of.std(0)
    return (x - of.mean(0)) / np.where(deviation > 1e-6, deviation, np.inf)


def joined(blocks, names, of=None):
    total = sum(WEIGHTS[name] for name in names)
    parts = []
    for name in names:
        block = standardised(blocks[name], None if of is None else of[name])
        parts.append(block * np.sqrt(WEIGHTS[name] / total / block.shape[1]))
    return np.concatenate(parts, 1)


def components(rows, count):
    _, values, axes = np.linalg.svd(rows - rows.mean(0), full_matrices=False)
    del values
    return rows @ axes[:count].T


def squared(rows, others=None):
    """Squared distances among rows, or from rows to others."""
    others = rows if others is None else others
    norms = (rows * rows).sum(1)[:, None] + (others * others).sum(1)[None]
    return np.maximum(0, norms - 2 * rows @ others.T)


def folds_of(clips):
    labels = {}
    for clip in clips:
        own = labels.setdefault(clip.group, {})
        key = (clip.dataset, clip.genre, clip.quadrant)
        own[key] = own.get(key, 0) + 1
    order = sorted(labels)
    random.Random(1).shuffle(order)
    order.sort(key=lambda group: -sum(labels[group].values()))
    filled = [{} for _ in range(FOLDS)]
    fold_of = {}
    for group in order:
        costs = [
            1e-3 * sum(f.values()) + sum(n * f.get(k, 0) for k, n in labels[group].items())
            for f in filled
        ]
        fold_of[group] = int(np.argmin(costs))
        for key, n in labels[group].items():
            filled[fold_of[group]][key] = filled[fold_of[group]].get(key, 0) + n
    return np.array([fold_of[clip.group] for clip in clips])


def questions(clips):
    """Pairs of clips that answer a question and their answers, one row a clip."""

    def one_of(labels):
        names = sorted({x for x in labels if x})
        own = [i for i, x in enumerate(labels) if x]
        return own, np.array([[labels[i] == name for name in names] for i in own], float)

    def some_of(lists, least):
        counts = {}
        for words in lists:
            for word in words:
                counts[word] = counts.get(word, 0) + 1
        names = sorted(word for word, n in counts.items() if n >= least)
        own = [i for i, words in enumerate(lists) if words]
        return own, np.array([[name in lists[i] for name in names] for i in own], float)

    def numbers(columns):
        values = [clip.numbers(columns) for clip in clips]
        own = [i for i, v in enumerate(values) if v]
        return own, np.array([values[i] for i in own])

    category = [c.row.get("category", "") if c.cluster else "" for c in clips]
    return [
        one_of([c.genre for c in clips]),
        one_of([c.quadrant for c in clips]),
        one_of([c.cluster for c in clips]),
        one_of(category),
        some_of([c.words for c in clips], 20),
        some_of([c.kinds for c in clips], 15),
        numbers(EMOTIONS.split()),
        numbers(["valence", "arousal"]),
    ]


def answered(kernel, asked, training, others):
    told = []
    for own, targets in asked:
        own = np.array(own)
        used = np.isin(own, training)
        rows, wanted = own[used], targets[used]
        scaled = (wanted - wanted.mean(0)) / (wanted.std(0) + 0.05)
        dual = np.linalg.solve(kernel[np.ix_(rows, rows)] + RIDGE * np.eye(len(rows)), scaled)
        told.append(kernel[np.ix_(others, rows)] @ dual)
    return np.concatenate(told, 1)


def answers_by_fold(kernel, asked, fold):
    every = np.arange(len(fold))
    for held in range(FOLDS):
        rest = [f for f in range(FOLDS) if f != held]
        parts = [(every[fold != held], every[fold == held])]
        for part in range(INNER):
            left = [f for n, f in enumerate(rest) if n % INNER == part]
            inside = ~np.isin(fold, left + [held])
            parts.append((every[inside], every[np.isin(fold, left)]))
        size = sum(targets.shape[1] for _, targets in asked)
        told = np.zeros((len(fold), size))
        for training, others in parts:
            told[others] = answered(kernel, asked, training, others)
        yield squared(standardised(told)) / size


def numbered(labels):
    """Labels by their numbers in the alphabet; -1 for none."""
    names = sorted({x for x in labels if x})
    return np.array([names.index(x) if x else -1 for x in labels])


def accuracy(kernels, labels, fold, cost=3):
    truth = numbered(labels)
    right = np.zeros(len(truth), bool)
    for held, kernel in enumerate(kernels):
        training = np.where((truth >= 0) & (fold != held))[0]
        test = np.where((truth >= 0) & (fold == held))[0]
        machine = SVC(C=cost, kernel="precomputed").fit(
            kernel[np.ix_(training, training)], truth[training]
        )
        right[test] = machine.predict(kernel[np.ix_(test, training)]) == truth[test]
    recalls = [right[truth == i].mean() for i in range(truth.max() + 1)]
    return right[truth >= 0].mean(), np.mean(recalls)


def tasks_of(clips):
    """What is measured: a label of each clip, by task."""
    return {
        "4Q": [c.quadrant if c.dataset == "mood_4q_taffc" else "" for c in clips],
        "mood, all": [c.scored_quadrant for c in clips],
        "genre": [c.scored_genre for c in clips],
        "clusters": [c.cluster for c in clips],
        "Emotify": [c.emotify for c in clips],
    }


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    clips = read_clips(sys.argv[1], sys.argv[3] if len(sys.argv) > 3 else None)
    fold = folds_of(clips)
    tasks = tasks_of(clips)
    blocks = describe(clips, sys.argv[2], 0)
    print("| heard | " + " | ".join(tasks) + " |")
    print("|---|" + "---|" * len(tasks))

    def tell(name, kernels):
        cells = [accuracy(kernels, labels, fold) for labels in tasks.values()]
        told = " | ".join(f"{right:.3f} ({recall:.3f})" for right, recall in cells)
        print(f"| {name} | {told} |", flush=True)

    def same(rows, width=0.7):
        return [np.exp(-width * squared(rows))] * FOLDS

    heard = []
    for name in WEIGHTS:
        tell(name + " alone", same(joined(blocks, [name])))
    for name in WEIGHTS:
        heard.append(name)
        tell("up to " + name, same(joined(blocks, heard)))
    whole = joined(blocks, heard)
    for count in (100, 200, 400):
        tell(f"all, {count} components", same(components(whole, count)))
    asked = questions(clips)
    for share in (0, 0.5, 0.75, 1):
        if share:
            whole = joined(describe(clips, sys.argv[2], share), heard)
        described = squared(components(whole, 200))
        distances = list(answers_by_fold(np.exp(-0.7 * described), asked, fold))
        for weight in (0.2, 0.3, 0.6) if share == 0 else (0.3,):
            tell(
                f"200 components and answers, weight {weight}, {share} of the level evened",
                [np.exp(-0.7 * described - weight * far) for far in distances],
            )


if __name__ == "__main__":
    main()
