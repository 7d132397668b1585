#!/usr/bin/env python3
"""What was tried on the description that ships, and not taken.

usage: untaken.py CORPUS CACHE [GROUPS.csv]

As ablation.py, on whose blocks, questions and folds it stands: a plain support-vector machine, ten
folds by artist. Needs NumPy, SciPy and scikit-learn. Prints a Markdown table as it goes; takes
some 20 minutes on one core.
"""
import sys

import numpy as np
import scipy.ndimage
from sklearn.svm import SVC

import ablation

SHARE = 0.5
SHARES = 0, 0.5, 1
DESCRIBED, ANSWERED = 0.7, 0.3
EMOTIFY = ["classical", "electronic", "pop", "rock"]
BANDS = 20
SECOND = 43


def part(low, high):
    """Reads frames of a part of a clip; mel and pitch spectra lie eight and two to a frame."""
    whole = ablation.frames

    def read(clip, cache):
        scattering, mel, pitch = whole(clip, cache)
        count = len(scattering)
        last = min(count, max(int(count * high), int(count * low) + 2))
        first = max(0, min(int(count * low), last - 2))
        return (
            scattering[first:last],
            mel[8 * first : 8 * last],
            pitch[2 * first : 2 * last],
        )

    return read


def described(clips, cache, read, axes):
    kept = ablation.frames
    ablation.frames = read
    try:
        return ablation.describe(clips, cache, SHARE, axes)
    finally:
        ablation.frames = kept


def projected(whole, others):
    """Components of whole clips, and of parts by the axes of the whole ones."""

    names = list(ablation.WEIGHTS)
    rows = ablation.joined(whole, names)
    _, _, axes = np.linalg.svd(rows - rows.mean(0), full_matrices=False)
    return [
        ablation.joined(blocks, names, whole) @ axes[:200].T for blocks in [whole, *others]
    ]


def modulation(mel):
    """Median over windows of 6 s of each band's modulation spectrum, 0.17 to 10.8 Hz."""
    bands = mel.reshape(len(mel), BANDS, -1).mean(2)
    length = 6 * SECOND - 2
    if len(bands) < length:
        bands = np.concatenate([bands, np.repeat(bands[-1:], length - len(bands), 0)])
    window = np.hanning(length)[:, None]
    spectra = []
    for first in range(0, len(bands) - length + 1, length // 2):
        piece = bands[first : first + length]
        spectra.append(np.abs(np.fft.rfft((piece - piece.mean(0)) * window, axis=0))[1:65])
    median = np.median(spectra, 0)
    edges = np.unique(np.round(np.geomspace(1, 65, 17)).astype(int))
    pooled = [median[a - 1 : b - 1].mean(0) for a, b in zip(edges, edges[1:])]
    return np.log(np.array(pooled) + 0.1).ravel()


def onsets(mel):
    """Autocorrelation of the onset envelope at 53 lags from 0.2 to 3 s."""
    bands = mel.reshape(len(mel), BANDS, -1).mean(2)
    envelope = np.maximum(0, np.diff(bands, axis=0)).sum(1)
    envelope = envelope - np.convolve(envelope, np.ones(SECOND) / SECOND, "same")
    lags = np.unique(np.round(np.geomspace(8, 129, 60)).astype(int))
    padded = np.concatenate([envelope, np.zeros(130)])
    correlation = np.array([padded[: len(envelope)] @ padded[n : n + len(envelope)] for n in lags])
    return correlation / (envelope @ envelope + 1e-9)


def percussive(mel):
    """Energy of vertical against that of horizontal structures, in eight bands, of 14 s."""
    power = np.exp(mel[:600])

    def octaves(x):
        return x.reshape(-1, 8, 10).mean((0, 2)) + 1e-6

    harmonic = scipy.ndimage.median_filter(power, (17, 1))
    return np.log(octaves(scipy.ndimage.median_filter(power, (1, 9))) / octaves(harmonic))


def moments(mel):
    """Skewness and logarithm of kurtosis of 20 bands."""
    scaled = (mel - mel.mean(0)) / (mel.std(0) + 1e-6)
    pooled = [(scaled**power).mean(0).reshape(BANDS, -1).mean(1) for power in (3, 4)]
    return np.r_[pooled[0], np.log(pooled[1] + 1e-3)]


def further_blocks(clips, cache):
    kinds = {
        "modulation spectra of 20 bands": (modulation, 0.08),
        "onset autocorrelation": (onsets, 0.08),
        "percussive against harmonic energy": (percussive, 0.15),
        "third and fourth moments of bands": (moments, 0.08),
    }
    rows = {name: [] for name in kinds}
    for clip in clips:
        mel = ablation.frames(clip, cache)[1].astype(np.float64)
        for name, (measure, _) in kinds.items():
            rows[name].append(np.nan_to_num(measure(mel)))
    for name, (_, weight) in kinds.items():
        scaled = ablation.standardised(np.array(rows[name]))
        yield name, weight, ablation.squared(scaled / np.sqrt(scaled.shape[1]))


def by_parts(rows, asked, tasks, fold, ways):
    """Whole clips and parts of them as training examples, and as voters.

    rows: descriptions of the whole clips first, then of each kind of part; ways: of each way its
    kinds to learn from and its kinds to vote, by their place in rows.
    """
    count = len(fold)
    whole = np.arange(count)
    every = np.concatenate(rows)
    folds = np.tile(fold, len(rows))
    kernel = np.exp(-DESCRIBED * ablation.squared(every, rows[0]))
    truths = {name: ablation.numbered(labels) for name, labels in tasks.items()}
    right = {(way, task): np.zeros(count, bool) for way in ways for task in tasks}
    for held in range(ablation.FOLDS):
        rest = [f for f in range(ablation.FOLDS) if f != held]
        parts = [(whole[fold != held], np.where(folds == held)[0])]
        for inner in range(ablation.INNER):
            left = [f for n, f in enumerate(rest) if n % ablation.INNER == inner]
            inside = whole[~np.isin(fold, left + [held])]
            parts.append((inside, np.where(np.isin(folds, left))[0]))
        told = np.zeros((len(every), sum(targets.shape[1] for _, targets in asked)))
        for training, others in parts:
            told[others] = ablation.answered(kernel, asked, training, others)
        told = ablation.standardised(told, told[:count])
        heard = np.concatenate(
            [every * np.sqrt(DESCRIBED), told * np.sqrt(ANSWERED / told.shape[1])], 1
        )
        for way, (taught, voting) in ways.items():
            for task, truth in truths.items():
                known = np.where((truth >= 0) & (fold != held))[0]
                test = np.where((truth >= 0) & (fold == held))[0]
                examples = np.concatenate([known + n * count for n in taught])
                machine = SVC(C=3, gamma=1.0).fit(heard[examples], truth[examples % count])
                votes = sum(machine.decision_function(heard[test + n * count]) for n in voting)
                right[way, task][test] = machine.classes_[votes.argmax(1)] == truth[test]
    for way in ways:
        yield way, [right[way, task][truth >= 0].mean() for task, truth in truths.items()]


def emotify_with_others(clips, kernels, fold, weight):
    """Emotify's four labels, learned from clips of other data sets too."""
    own = np.array([EMOTIFY.index(c.emotify) if c.emotify else -1 for c in clips])
    other = [EMOTIFY.index(c.scored_genre) if c.scored_genre in EMOTIFY else -1 for c in clips]
    truth = np.where(own >= 0, own, other)
    right = np.zeros(len(own), bool)
    for held, kernel in enumerate(kernels):
        training = np.where((truth >= 0) & (fold != held))[0]
        test = np.where((own >= 0) & (fold == held))[0]
        machine = SVC(C=3, kernel="precomputed").fit(
            kernel[np.ix_(training, training)],
            truth[training],
            sample_weight=np.where(own[training] >= 0, 1, weight),
        )
        right[test] = machine.predict(kernel[np.ix_(test, training)]) == own[test]
    return right[own >= 0].mean()


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    cache = sys.argv[2]
    clips = ablation.read_clips(sys.argv[1], sys.argv[3] if len(sys.argv) > 3 else None)
    fold, asked = ablation.folds_of(clips), ablation.questions(clips)
    tasks = ablation.tasks_of(clips)
    print("| tried | " + " | ".join(tasks) + " |\n|---|" + "---|" * len(tasks))

    def line(name, shares):
        print(f"| {name} | " + " | ".join(f"{share:.3f}" for share in shares) + " |", flush=True)

    def tell(name, kernels, cost=3):
        line(name, [ablation.accuracy(kernels, labels, fold, cost)[0] for labels in tasks.values()])

    names = list(ablation.WEIGHTS)
    kernels = {}
    for share in SHARES:
        rows = ablation.components(
            ablation.joined(ablation.describe(clips, cache, share), names), 200
        )
        far = ablation.squared(rows)
        answers = ablation.answers_by_fold(np.exp(-DESCRIBED * far), asked, fold)
        kernels[share] = [np.exp(-DESCRIBED * far - ANSWERED * other) for other in answers]
    tell("as it ships", kernels[SHARE])
    tell("C = 6", kernels[SHARE], 6)
    tell("kernels of three shares of evening averaged", [sum(k) / 3 for k in zip(*kernels.values())])
    for name, weight, far in further_blocks(clips, cache):
        tell(
            f"a block of {name}, weight {weight}",
            [kernel * np.exp(-DESCRIBED * weight * far) for kernel in kernels[SHARE]],
        )
    for weight in (0.1, 0.3, 1):
        share = emotify_with_others(clips, kernels[SHARE], fold, weight)
        name = f"other sets' genres for Emotify, weight {weight}"
        print(f"| {name} |" + " - |" * (len(tasks) - 1) + f" {share:.3f} |", flush=True)
    del kernels
    parts = [part(*share) for share in ((0, 1), (0, 0.5), (0.5, 1), (0.25, 0.75))]
    axes = ablation.frame_axes(ablation.scattering_of(clips, cache, SHARE))
    blocks = [described(clips, cache, read, axes) for read in parts]
    ways = {
        "as it ships, the same machine": ([0], [0]),
        "halves of a clip as further training examples": ([0, 1, 2], [0]),
        "the clip, its halves and its middle vote": ([0], [0, 1, 2, 3]),
    }
    for way, shares in by_parts(projected(blocks[0], blocks[1:]), asked, tasks, fold, ways):
        line(way, shares)


if __name__ == "__main__":
    main()
