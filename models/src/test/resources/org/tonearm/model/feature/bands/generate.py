"""Makes the reference frames of this folder with NumPy, in double precision.

Run in this folder: python3 generate.py
"""

import numpy as np

RATE = 22050


def spectra(signal, size, hop):
    """Magnitudes, a frame a row: frame n is centred on sample n * hop."""
    padded = np.pad(signal, size, mode="symmetric")
    window = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(size) / size)
    frames = 1 + (len(signal) - 1) // hop
    rows = []
    for n in range(frames):
        first = size + n * hop - size // 2
        rows.append(np.abs(np.fft.rfft(window * padded[first : first + size])))
    return np.array(rows) * 2 / window.sum()


def octaves(signal):
    """The 72 values, with the points counted from 1 as the paper counts them."""
    points = spectra(signal, 2048, 1024).T
    point = lambda number: points[number - 1]
    values = [point(p) for p in range(1, 17)]
    for k in range(3, 10):
        groups = np.split(np.arange(2**k + 1, 2 ** (k + 1) + 1), 8)
        values += [np.mean([point(p) for p in group], axis=0) for group in groups]
    return np.log(1e-5 + np.array(values).T)


def mel_weights(bands, highest, size):
    """Triangles with corners at even steps of mel, each of sum 1."""
    top = 2595 * np.log10(1 + highest / 700)
    corners = 700 * (10 ** (np.linspace(0, top, bands + 2) / 2595) - 1)
    bins = np.fft.rfftfreq(size, 1 / RATE)
    rows = []
    for low, middle, high in zip(corners, corners[1:], corners[2:]):
        row = np.interp(bins, [low, middle, high], [0, 1, 0])
        rows.append(row / row.sum())
    return np.array(rows)


def main():
    stored = np.fromfile("../scattering/signal_65536_f32le.raw", "<f4").astype(float)
    # A length that no hop divides, and a signal shorter than half a window.
    for name, signal in {"long": stored[:9001], "short": stored[5000:5300]}.items():
        np.save(f"stft72_{name}.npy", octaves(signal))
        bands = spectra(signal, 1024, 256) @ mel_weights(33, RATE / 2, 1024).T
        np.save(f"stft33_{name}.npy", np.log(1e-5 + bands))
        power = spectra(signal, 2048, 1024) ** 2 @ mel_weights(96, 8000, 2048).T
        np.save(f"mel96_{name}.npy", np.log(1e-10 + power))


main()
