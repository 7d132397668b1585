#!/usr/bin/env python3
"""What a network of convolutions and gated units would add to the description that ships.

usage: convolutional-recurrent.py CORPUS CACHE [GROUPS.csv]

As ablation.py, on whose clips, questions and folds it stands, here the first four folds alone. Three
convolutions and a bidirectional GRU hear 40 mel bands each 46 ms, answer all questions of a clip at
once, with mixup and masks of time and bands, and are joined with a plain support-vector machine on
description and answers, whose probabilities are Platt's. Needs NumPy, SciPy, scikit-learn and PyTorch
(Debian: python3-sklearn python3-torch). Tells each epoch on the error stream, prints a Markdown table
in the end; takes some 80 minutes on one core.
"""
import itertools
import sys

import numpy as np
import torch
from sklearn.svm import SVC
from torch import nn
from torch.nn import functional

import ablation
import untaken

HEARD_FOLDS = 4
SHARES = 0, 0.2, 0.35, 0.5, 1
TEMPERATURES = 0.6, 0.8, 1, 1.25, 1.6
BANDS, FRAMES = 40, 216
EPOCHS, BATCH, RATE = 30, 32, 3e-3
MIXUP, SMOOTHING = 0.3, 0.05
ASKED = {"genre": 1, "quadrant": 1, "cluster": 1, "emotify": 0.5}
HEAD_OF = {"4Q": "quadrant", "genre": "genre", "clusters": "cluster", "Emotify": "emotify"}
WORDS, NUMBERS = slice(4, 6), slice(6, 8)


class Network(nn.Module):
    """Maps of 16, 32 and 48, each halved in time and bands; GRU of 96 both ways; mean and maximum."""

    def __init__(self, labels, words, numbers):
        super().__init__()
        sizes = [1, 16, 32, 48]
        self.maps = nn.Sequential(*[self.block(*pair) for pair in zip(sizes, sizes[1:])])
        self.gru = nn.GRU(48 * (BANDS // 8), 96, bidirectional=True, batch_first=True)
        self.dropout = nn.Dropout(0.3)
        heads = {**labels, **words, **numbers}
        self.heads = nn.ModuleDict({name: nn.Linear(384, size) for name, size in heads.items()})

    @staticmethod
    def block(before, after):
        convolution = nn.Conv2d(before, after, 3, padding=1, bias=False)
        return nn.Sequential(convolution, nn.BatchNorm2d(after), nn.ReLU(), nn.MaxPool2d(2))

    def forward(self, x):
        series, _ = self.gru(self.maps(x[:, None]).permute(0, 3, 1, 2).flatten(2))
        embedding = self.dropout(torch.cat([series.mean(1), series.max(1)[0]], 1))
        return {name: head(embedding) for name, head in self.heads.items()}


class Questions:
    """What the network is asked: a label, words or numbers of each clip, where it has them."""

    def __init__(self, clips):
        self.labels = {
            "genre": ablation.numbered([c.genre for c in clips]),
            "quadrant": ablation.numbered([c.quadrant for c in clips]),
            "cluster": ablation.numbered([c.cluster for c in clips]),
            "emotify": ablation.numbered([c.emotify for c in clips]),
        }
        asked = ablation.questions(clips)
        count = len(clips)
        self.words = {f"words{n}": spread(q, count) for n, q in enumerate(asked[WORDS])}
        self.numbers = {
            f"numbers{n}": spread((own, ablation.standardised(values)), count)
            for n, (own, values) in enumerate(asked[NUMBERS])
        }

    def network(self):
        return Network(
            {name: truth.max() + 1 for name, truth in self.labels.items()},
            {name: truth.shape[1] for name, truth in self.words.items()},
            {name: truth.shape[1] for name, truth in self.numbers.items()},
        )

    def loss(self, answers, rows):
        total = 0
        for name, weight in ASKED.items():
            truth = torch.from_numpy(self.labels[name][rows])
            if (truth >= 0).any():
                total += weight * functional.cross_entropy(
                    answers[name],
                    truth,
                    ignore_index=-1,
                    reduction="sum",
                    label_smoothing=SMOOTHING,
                )
        for kinds, measure, weight in (
            (self.words, functional.binary_cross_entropy_with_logits, 0.1),
            (self.numbers, functional.mse_loss, 0.15),
        ):
            for name, truths in kinds.items():
                truth = torch.from_numpy(truths[rows])
                known = ~torch.isnan(truth[:, 0])
                if known.any():
                    told = measure(answers[name][known], truth[known], reduction="sum")
                    total += weight * told
        return total / len(rows)


def spread(question, count):
    own, truths = question
    whole = np.full((count, truths.shape[1]), np.nan, np.float32)
    whole[own] = truths
    return whole


def picture(clip, cache):
    """Mel bands by time, of half of the level evened: pairs of bands, pairs of frames."""
    mel = ablation.evened(ablation.frames(clip, cache), untaken.SHARE)[1]
    mel = mel[: len(mel) // 2 * 2].reshape(-1, 2, BANDS, 2).mean((1, 3))
    times = -(-FRAMES // len(mel))
    return np.ascontiguousarray(np.concatenate([mel] * times).T if times > 1 else mel.T)


def standardised(pictures):
    mean = np.mean([p.mean(1) for p in pictures], 0)[:, None]
    deviation = np.mean([p.std(1) for p in pictures], 0)[:, None]
    return [((p - mean) / deviation).astype(np.float32) for p in pictures]


def masked(piece, rng):
    piece = piece + np.float32(0.2 * rng.normal())
    wide = rng.integers(0, 6)
    low = rng.integers(0, BANDS - wide + 1)
    piece[low : low + wide] = 0
    long = rng.integers(0, 30)
    first = rng.integers(0, FRAMES - long + 1)
    piece[:, first : first + long] = 0
    return piece


def drawn(picture, rng):
    first = rng.integers(0, picture.shape[1] - FRAMES + 1)
    return masked(picture[:, first : first + FRAMES], rng)


def trained(pictures, questions, training, name):
    torch.manual_seed(1)
    rng = np.random.default_rng(1)
    network = questions.network()
    batches = len(training) // BATCH
    optimiser = torch.optim.AdamW(network.parameters(), RATE, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, RATE, total_steps=EPOCHS * batches)
    for epoch in range(EPOCHS):
        order, total = rng.permutation(training), 0
        for batch in order[: batches * BATCH].reshape(batches, BATCH):
            x = torch.from_numpy(np.stack([drawn(pictures[row], rng) for row in batch]))
            share = rng.beta(MIXUP, MIXUP)
            other = rng.permutation(BATCH)
            answers = network(share * x + (1 - share) * x[other])
            loss = share * questions.loss(answers, batch)
            loss = loss + (1 - share) * questions.loss(answers, batch[other])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
            total += loss.item() / batches
        print(f"{name}: epoch {epoch + 1} of {EPOCHS}, loss {total:.3f}", file=sys.stderr)
    return network.eval()


def heard(network, picture):
    """Log-probabilities of each label, averaged over a clip's stretches."""
    last = picture.shape[1] - FRAMES
    firsts = np.linspace(0, last, max(1, round(picture.shape[1] / FRAMES))).astype(int)
    with torch.no_grad():
        x = np.stack([picture[:, first : first + FRAMES] for first in firsts])
        answers = network(torch.from_numpy(x))
    return {n: functional.log_softmax(answers[n], 1).mean(0).numpy() for n in ASKED}


def machine(kernel, truth, training, test):
    svm = SVC(C=3, kernel="precomputed", probability=True, random_state=1)
    svm.fit(kernel[np.ix_(training, training)], truth[training])
    return np.log(svm.predict_proba(kernel[np.ix_(test, training)]) + 1e-6)


def told(scores, truth):
    """Accuracy, and the logarithmic loss at the best temperature."""
    losses = []
    for temperature in TEMPERATURES:
        x = scores / temperature
        x = x - np.logaddexp.reduce(x, 1, keepdims=True)
        losses.append(-x[np.arange(len(truth)), truth].mean())
    return f"{(scores.argmax(1) == truth).mean():.3f} ({min(losses):.3f})"


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    torch.set_num_threads(1)
    cache = sys.argv[2]
    clips = ablation.read_clips(sys.argv[1], sys.argv[3] if len(sys.argv) > 3 else None)
    fold = ablation.folds_of(clips)
    truths = {name: ablation.numbered(ablation.tasks_of(clips)[name]) for name in HEAD_OF}
    blocks = ablation.describe(clips, cache, untaken.SHARE)
    rows = ablation.components(ablation.joined(blocks, list(ablation.WEIGHTS)), 200)
    described = untaken.DESCRIBED * ablation.squared(rows)
    answers = ablation.answers_by_fold(np.exp(-described), ablation.questions(clips), fold)
    questions = Questions(clips)
    pictures = standardised([picture(clip, cache) for clip in clips])
    scores = {name: [] for name in truths}
    for held, far in enumerate(itertools.islice(answers, HEARD_FOLDS)):
        kernel = np.exp(-described - untaken.ANSWERED * far)
        network = trained(pictures, questions, np.where(fold != held)[0], f"fold {held + 1}")
        for name, truth in truths.items():
            training = np.where((truth >= 0) & (fold != held))[0]
            test = np.where((truth >= 0) & (fold == held))[0]
            by_network = np.stack([heard(network, pictures[row])[HEAD_OF[name]] for row in test])
            by_machine = machine(kernel, truth, training, test)
            scores[name].append((by_machine, by_network, truth[test]))
    print("| the network's share | " + " | ".join(truths) + " |\n|---|" + "---|" * len(truths))
    joined = {n: [np.concatenate(part) for part in zip(*parts)] for n, parts in scores.items()}
    for share in SHARES:
        cells = [told((1 - share) * m + share * n, truth) for m, n, truth in joined.values()]
        print(f"| {share} | " + " | ".join(cells) + " |")
    print("| clips | " + " | ".join(str(len(truth)) for _, _, truth in joined.values()) + " |")


if __name__ == "__main__":
    main()
