"""Makes the reference spectra of this folder with NumPy, in double precision.

Run in this folder: python3 generate.py
"""

import numpy as np

RATE = 22050


def spectra(signal, size, hop):
    """Magnitudes, a window a row: window n is centred on sample n * hop."""
    padded = np.pad(signal, size, mode="symmetric")
    window = np.hanning(size + 1)[:size]
    count = 1 + (len(signal) - 1) // hop
    starts = size + hop * np.arange(count) - size // 2
    return np.array([np.abs(np.fft.rfft(window * padded[s : s + size])) for s in starts])


def mel_bank(size, bands, lowest, highest):
    """Triangles with corners at even steps of mel, each of sum 1."""
    mel = lambda f: 2595 * np.log10(1 + f / 700)
    hertz = lambda m: 700 * (10 ** (m / 2595) - 1)
    corners = hertz(np.linspace(mel(lowest), mel(highest), bands + 2))
    f = np.arange(size // 2 + 1) * RATE / size
    rows = [
        np.maximum(0, np.minimum((f - a) / (b - a), (c - f) / (c - b)))
        for a, b, c in zip(corners, corners[1:], corners[2:])
    ]
    return np.array([row / row.sum() for row in rows])


def pitch_bank(size, lowest, bands, reach):
    """Triangles around MIDI notes; bin 0 has no note."""
    note = np.full(size // 2 + 1, -100.0)
    note[1:] = 69 + 12 * np.log2(np.arange(1, size // 2 + 1) * RATE / size / 440)
    notes = np.arange(lowest, lowest + bands)
    return np.maximum(0, 1 - np.abs(note[None, :] - notes[:, None]) / reach)


def main():
    signal = np.fromfile("../scattering/signal_65536_f32le.raw", "<f4").astype(float)[:9001]
    mel = spectra(signal, 2048, 512) @ mel_bank(2048, 80, 30, 8000).T
    np.save("mel.npy", np.log(1e-5 + mel))
    pitch = spectra(signal, 8192, 2048) @ pitch_bank(8192, 36, 72, 0.75).T
    np.save("pitch.npy", np.log(1e-5 + pitch))


main()
