"""Makes the reference descriptions of this folder with NumPy and SciPy, in double precision.

Run in this folder: python3 generate.py
"""

import numpy as np
import scipy.fft

ROWS, COMPONENTS = 472, 30
MEL, PITCH = 525, 525 + 640
MAJOR = np.array([6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88])
MINOR = np.array([6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17])


class Numbers:
    """Evenly spread numbers, 0 to 1: a linear congruential generator."""

    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (1664525 * self.state + 1013904223) % 2**32
        return self.state / 2**32

    def array(self, *shape):
        return np.array([self.next() for _ in range(int(np.prod(shape)))]).reshape(shape)


def song(count):
    noise = Numbers(1).array(count, 1309)
    out = np.zeros((count, 1309))
    for n in range(count):
        for j in range(525):
            out[n, j] = -4 + np.sin(0.02 * j + 0.3 * n) + noise[n, j]
        for m in range(8):
            for b in range(80):
                at = MEL + 80 * m + b
                swell = 1.5 * np.sin(0.1 * (8 * n + m)) * np.cos(0.2 * b)
                out[n, at] = -2 - 0.03 * b + swell + noise[n, at]
        for k in range(2):
            root = (n // 10 * 5) % 12
            for p in range(72):
                at = PITCH + 72 * k + p
                out[n, at] = -3 + 2 * ((p - root) % 12 in (0, 4, 7)) + noise[n, at]
    return out.astype(np.float32)


def noise(count, seed):
    return (10 * Numbers(seed).array(count, 1309) - 8).astype(np.float32)


def projection():
    numbers = Numbers(7)
    mean = (-4 + 0.1 * numbers.array(ROWS)).astype(np.float32)
    scale = (0.5 + numbers.array(ROWS)).astype(np.float32)
    axes = (0.2 * numbers.array(COMPONENTS, ROWS) - 0.1).astype(np.float32)
    eigenvalues = np.arange(COMPONENTS, 0, -1.0)
    return mean, scale, axes, eigenvalues


def upper(matrix, above=0):
    return matrix[np.triu_indices(len(matrix), above)]


def log_matrix(matrix):
    values, vectors = np.linalg.eigh(matrix)
    return (vectors * np.log(np.maximum(values, 1e-6))) @ vectors.T


def statistics(x):
    steps = np.abs(np.diff(x, axis=0)).mean(0) if len(x) > 1 else 0 * x[0]
    tenths = np.percentile(x, [10, 90], axis=0)
    return np.concatenate([x.mean(0), x.std(0), *tenths, steps])


def scattering_covariance(z):
    c = np.cov(z.T) if len(z) > 2 else np.eye(COMPONENTS)
    plain = np.r_[z.mean(0), upper(np.sign(c) * np.sqrt(np.abs(c)))]
    log = log_matrix(c + 0.03 * np.eye(COMPONENTS))
    log[np.triu_indices(COMPONENTS, 1)] *= np.sqrt(2)
    return plain, upper(log)


def timbre(mel):
    m = scipy.fft.dct(mel, axis=1, norm="ortho")[:, :20]
    ridge = 1e-2 * np.eye(20)
    still = np.r_[m.mean(0), upper(log_matrix(np.cov(m.T) + ridge))]
    moving = upper(log_matrix(np.cov(np.diff(m, axis=0).T) + ridge))
    return still, moving


def correlation(mel):
    return upper(np.corrcoef(mel[:, :78].reshape(len(mel), 26, 3).mean(2).T), 1)


def moving_mean(v, width):
    """As long as v, centred; v counts as 0 beyond its ends."""
    return np.convolve(v, np.ones(width) / width)[width // 2 :][: len(v)]


def tonality(pitch):
    major = (MAJOR - MAJOR.mean()) / MAJOR.std()
    minor = (MINOR - MINOR.mean()) / MINOR.std()
    keys = np.array([np.roll(p, i) for p in (major, minor) for i in range(12)])
    peaks = np.maximum(0, pitch - np.apply_along_axis(moving_mean, 1, pitch, 11))
    classes = peaks.reshape(-1, 6, 12).sum(1)
    classes = classes / (classes.sum(1, keepdims=True) + 1e-3)
    g = classes.mean(0)
    fit = keys @ ((g - g.mean()) / (g.std() + 1e-6)) / 12
    ma, mi = fit[:12], fit[12:]
    key = int(np.argmax(np.maximum(ma, mi)))
    smooth = np.apply_along_axis(moving_mean, 0, classes, 9)
    level = (smooth - smooth.mean(1, keepdims=True)) / (smooth.std(1, keepdims=True) + 1e-6)
    over = level @ keys.T / 12
    om, on = over[:, :12].max(1), over[:, 12:].max(1)
    entropy = -(classes * np.log(classes + 1e-6)).sum(1)
    at = lambda c, d: np.mean([c[i, (i + d) % 12] for i in range(12)])
    together = classes.T @ classes / len(classes)
    following = np.zeros((12, 12))
    if len(smooth) > 8:
        following = smooth[:-4].T @ smooth[4:] / (len(smooth) - 4)
    change = np.abs(np.diff(smooth, axis=0)).sum(1)
    octaves = peaks.reshape(-1, 6, 12).sum(2)
    spread = lambda v: [v.mean(), v.std()]
    return np.r_[
        np.roll(g, -key) * 12,
        [ma.max(), mi.max(), ma.max() - mi.max()],
        np.abs(np.fft.rfft(g))[1:] * 5,
        spread(om) + spread(on) + spread(om - on),
        spread(entropy),
        [30 * at(together, d) for d in range(7)],
        [30 * at(following, d) for d in range(12)],
        spread(change),
        octaves.mean(0),
        octaves.std(0),
        spread(peaks),
        [(peaks > 1).mean(), (peaks > 2).mean(), g.max() * 12],
    ]


def dynamics(mel):
    magnitude = np.exp(mel)
    loudness = np.log(magnitude.mean(1) + 1e-9)
    centre = (magnitude * np.arange(80)).sum(1) / magnitude.sum(1)
    out = []
    for v in (loudness, centre, mel.mean(1) - loudness):
        out += [v.mean(), v.std(), *np.percentile(v, [5, 25, 50, 75, 95])]
        out += [np.abs(np.diff(v)).mean()]
        pieces = v[: len(v) // 43 * 43].reshape(-1, 43) if len(v) >= 43 else v[None]
        out += [pieces.mean(1).std(), pieces.std(1).mean(), pieces.std(1).std()]
    groups = np.sort(mel.reshape(-1, 8, 10), 2)
    contrast = groups[:, :, -2:].mean(2) - groups[:, :, :3].mean(2)
    return np.r_[out, contrast.mean(0), contrast.std(0)]


def describe(frames):
    frames = frames.astype(float)
    mean, scale, axes, eigenvalues = projection()
    # The 472 values that are heard come first; the tests put them where they belong.
    scattering = frames[:, :ROWS]
    mel = frames[:, MEL:PITCH].reshape(-1, 80)
    pitch = frames[:, PITCH:].reshape(-1, 72)
    z = ((scattering - mean) * scale) @ axes.T.astype(float) / np.sqrt(eigenvalues)
    return np.concatenate(
        [
            statistics(scattering),
            *scattering_covariance(z),
            *timbre(mel),
            correlation(mel),
            tonality(pitch),
            dynamics(mel),
        ]
    )


def main():
    for name, frames in {"song": song(40), "noise": noise(7, 2), "single": noise(1, 3)}.items():
        row = describe(frames)
        assert row.shape == (4201,) and np.isfinite(row).all()
        np.save(name + ".npy", row)


main()
