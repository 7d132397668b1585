// The scattering transform's steps between Fourier transforms, for cards that ND4J's CUDA backend has
// no code for (compute capability 9.0 and later). The transforms themselves are cuFFT's. Layouts are
// cuFFT's too: one signal after the other, complex values as pairs; unlike the ND4J way, windows
// come first.
//
// Source of the steps: J. Anden and S. Mallat, "Deep Scattering Spectrum", IEEE Transactions on
// Signal Processing 62 (16), 2014; tables are those of SampledFilter.describe, FrameAverage.matrix.

extern "C" {

// Takes bands from spectra and multiplies them with their filters.
//
// spectra   signals x spectrum_bins
// signal    bands: which spectrum a band is taken from
// bin       bands x length: which of its bins
// factor    bands x length: factors of the real parts and of the imaginary parts, as pairs
// out       bands x length
//
// One thread a value; blocks in y count bands.
__global__ void take_bands(const float2 *spectra, long long spectrum_bins, const int *signal,
                           const int *bin, const float2 *factor, long long length, float2 *out) {
  long long band = blockIdx.y;
  for (long long o = blockIdx.x * (long long)blockDim.x + threadIdx.x; o < length;
       o += (long long)gridDim.x * blockDim.x) {
    long long at = band * length + o;
    float2 value = spectra[signal[band] * spectrum_bins + bin[at]];
    float2 weight = factor[at];
    out[at] = make_float2(value.x * weight.x, value.y * weight.y);
  }
}

// Moduli of complex values, count of them.
__global__ void moduli(const float2 *values, long long count, float *out) {
  for (long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x; n < count;
       n += (long long)gridDim.x * blockDim.x) {
    float2 value = values[n];
    out[n] = sqrtf(value.x * value.x + value.y * value.y);
  }
}

// Smooths envelopes around the centres of frames. The sums go by a tree of fixed shape, so that
// they are the same from run to run. One block a frame (x) and signal (y), with a power of two of
// threads, at most 1024.
//
// envelopes  signals x length
// weights    taps of the low-pass
// first      sample under the first tap of frame 0
// hop        samples from frame to frame
// out        signals x frames (gridDim.x)
__global__ void frame_averages(const float *envelopes, long long length, const float *weights,
                               int taps, long long first, long long hop, float *out) {
  __shared__ float sums[1024];
  const float *from = envelopes + blockIdx.y * length + first + blockIdx.x * hop;
  float sum = 0;
  for (int t = threadIdx.x; t < taps; t += blockDim.x) {
    sum += weights[t] * from[t];
  }
  sums[threadIdx.x] = sum;
  for (int half = blockDim.x / 2; half > 0; half /= 2) {
    __syncthreads();
    if (threadIdx.x < half) {
      sums[threadIdx.x] += sums[threadIdx.x + half];
    }
  }
  if (threadIdx.x == 0) {
    out[blockIdx.y * (long long)gridDim.x + blockIdx.x] = sums[0];
  }
}
}
