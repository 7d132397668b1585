// The steps of features between Fourier transforms, which are cuFFT's. Layouts are cuFFT's too: one
// signal after the other, the windows of a batch first, complex values as pairs.
//
// Every parameter is of eight bytes, an address or a long long; the first is the number of threads.
// A thread computes one value and adds in a fixed order, so that values are the same from run to run.
//
// Source of the scattering transform's steps: J. Anden and S. Mallat, "Deep Scattering Spectrum",
// IEEE Transactions on Signal Processing 62 (16), 2014.

extern "C" {

// Takes bands from spectra and multiplies them with their filters. One thread a value of out.
//
// spectra  windows x signals x (samples/2 + 1), of real signals of so many samples
// samples  a power of two
// whole    samples of the block that the filters were made for: where samples are fewer, bins above
//          the half are taken as zero, else as the mirror image
// bands    count x 4: which signal; the filter's first bin, negative ones count from zero down; its
//          bins; where its weights begin
// weights  of all filters
// out      windows x count x length; the bins that the filter does not have are zero
__global__ void take_bands(long long threads, const float2 *spectra, long long signals,
                           long long samples, long long whole, const int *bands,
                           const float *weights, long long count, long long length, float2 *out) {
  long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x;
  if (n >= threads) {
    return;
  }
  long long o = n % length;
  long long row = n / length;
  const int *band = bands + 4 * (row % count);
  long long half = samples / 2;
  float2 value = make_float2(0, 0);
  if (o < band[2]) {
    long long bin = band[1] + o;
    bool mirrored = bin < 0 || (bin > half && samples == whole);
    if (mirrored) {
      bin = bin < 0 ? -bin : samples - bin;
    }
    if (bin <= half) {
      float2 from = spectra[(row / count * signals + band[0]) * (half + 1) + bin];
      float weight = weights[band[3] + o] / (float)samples;
      value = make_float2(weight * from.x, mirrored ? -weight * from.y : weight * from.y);
    }
  }
  out[n] = value;
}

// Moduli of complex values. One thread a value.
__global__ void moduli(long long threads, const float2 *values, float *out) {
  long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x;
  if (n < threads) {
    float2 value = values[n];
    out[n] = sqrtf(value.x * value.x + value.y * value.y);
  }
}

// Smooths signals around the centres of frames, from the lowest bins of their spectra. One thread a
// window, band and frame.
//
// spectra  windows x count x bins
// matrix   frames x 2 x used: factors of the real parts of the used bins, then of the imaginary
// rows     count: which value of a frame a band is
// out      windows x frames x dimensions
__global__ void low_pass(long long threads, const float2 *spectra, long long bins,
                         const float *matrix, long long used, const int *rows, long long count,
                         long long frames, long long dimensions, float *out) {
  long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x;
  if (n >= threads) {
    return;
  }
  long long frame = n % frames;
  long long row = n / frames;
  const float2 *from = spectra + row * bins;
  const float *real = matrix + 2 * frame * used;
  const float *imaginary = real + used;
  float sum = 0;
  for (long long k = 0; k < used; k++) {
    sum += real[k] * from[k].x + imaginary[k] * from[k].y;
  }
  out[(row / count * frames + frame) * dimensions + rows[row % count]] = sum;
}

// Smooths moduli around the centres of frames: parts of the sums, each over every lanes-th tap. One
// thread a signal, frame and lane.
//
// values   signals x length, complex
// weights  taps of the low-pass
// first    sample under the first tap of frame 0
// hop      samples from frame to frame
// parts    signals x frames x lanes
__global__ void average_parts(long long threads, const float2 *values, long long length,
                              const float *weights, long long taps, long long first, long long hop,
                              long long frames, long long lanes, float *parts) {
  long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x;
  if (n >= threads) {
    return;
  }
  long long frame = n / lanes % frames;
  const float2 *from = values + n / lanes / frames * length + first + frame * hop;
  float sum = 0;
  for (long long t = n % lanes; t < taps; t += lanes) {
    sum += weights[t] * sqrtf(from[t].x * from[t].x + from[t].y * from[t].y);
  }
  parts[n] = sum;
}

// Adds the parts up. One thread a window, band and frame.
//
// parts  windows x count x frames x lanes
// rows   count: which value of a frame a band is
// out    windows x frames x dimensions
__global__ void average_sums(long long threads, const float *parts, long long lanes,
                             const int *rows, long long count, long long frames,
                             long long dimensions, float *out) {
  long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x;
  if (n >= threads) {
    return;
  }
  long long row = n / frames;
  float sum = 0;
  for (long long lane = 0; lane < lanes; lane++) {
    sum += parts[n * lanes + lane];
  }
  out[(row / count * frames + n % frames) * dimensions + rows[row % count]] = sum;
}

// Multiplies rows with factors, in place. One thread a value.
//
// values   rows x length
// factors  length
__global__ void multiply_rows(long long threads, float *values, const float *factors,
                              long long length) {
  long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x;
  if (n < threads) {
    values[n] *= factors[n % length];
  }
}

// Pools spectra into bands. One thread a window and band.
//
// spectra  windows x bins
// bands    count x 3: first bin, bins, where its weights begin
// weights  of all bands
// power    1 to pool squares of magnitudes, 0 to pool magnitudes
// out      windows x count
__global__ void band_sums(long long threads, const float2 *spectra, long long bins,
                          const int *bands, const float *weights, long long count, long long power,
                          float *out) {
  long long n = blockIdx.x * (long long)blockDim.x + threadIdx.x;
  if (n >= threads) {
    return;
  }
  const int *band = bands + 3 * (n % count);
  const float2 *from = spectra + n / count * bins + band[0];
  const float *weight = weights + band[2];
  float sum = 0;
  for (int k = 0; k < band[1]; k++) {
    float square = from[k].x * from[k].x + from[k].y * from[k].y;
    sum += weight[k] * (power ? square : sqrtf(square));
  }
  out[n] = sum;
}
}
