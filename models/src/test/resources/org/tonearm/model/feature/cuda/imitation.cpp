// CUDA's driver, cuFFT and NVRTC as far as features need them, on the processor: what the bindings
// call in tests. Compiled as libcuda.so.1, with features.cu beside it, whose kernels run thread by
// thread. Memory that was not written holds NaN, and is surrounded by it.
//
// Besides the real functions, cuCtxSetLimit steers it: 100 sets the card's memory in bytes, 101 has
// the launch after so many fail, 102 sets ten times the compute capability, 103 the driver's CUDA.

#include <cmath>
#include <complex>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#define __global__ static
struct float2 {
  float x, y;
};
static float2 make_float2(float x, float y) { return {x, y}; }
struct Index {
  unsigned x, y, z;
};
static thread_local Index blockIdx, threadIdx, blockDim, gridDim;
#include "features.cu"

namespace {
const size_t GUARD = 1 << 16;
const int OUT_OF_MEMORY = 2, INVALID_VALUE = 1, NO_CONTEXT = 201, INVALID_IMAGE = 200, NOT_FOUND = 500,
          LAUNCH_FAILED = 719;

typedef void (*Call)(void **);
template <class... A, size_t... N>
void spread(void (*kernel)(A...), void **p, std::index_sequence<N...>) {
  kernel(*(A *)p[N]...);
}
template <auto kernel, class... A> void call(void (*)(A...), void **p) {
  static_assert(((sizeof(A) == 8) && ...), "parameters of eight bytes");
  spread(kernel, p, std::index_sequence_for<A...>());
}
#define KERNEL(name) {#name, [](void **p) { call<name>(name, p); }}
const std::map<std::string, Call> kernels = {
    KERNEL(take_bands),   KERNEL(moduli),        KERNEL(low_pass), KERNEL(average_parts),
    KERNEL(average_sums), KERNEL(multiply_rows), KERNEL(band_sums)};

struct Plan {
  int type = 0, length = 0, batch = 0;
  bool made = false;
  uintptr_t room = 0;
};
struct Program {
  std::string source, options, image;
};

std::mutex lock;
size_t total = 1ull << 33, used = 0;
long long launches = -1;
int capability = 90, version = 13010, contexts = 0, next_plan = 1;
std::map<uintptr_t, size_t> memory;
std::map<int, Plan> plans;
std::map<int, size_t> plan_rooms;
char context_mark, module_mark;
thread_local void *current = nullptr;

void poison(char *from, size_t bytes) {
  float nan = NAN;
  for (size_t n = 0; n + 4 <= bytes; n += 4) memcpy(from + n, &nan, 4);
}

// Whether so many bytes lie within one piece of memory.
bool within(uintptr_t at, size_t bytes) {
  std::lock_guard<std::mutex> hold(lock);
  auto piece = memory.upper_bound(at);
  if (piece == memory.begin()) return false;
  --piece;
  return at + bytes <= piece->first + piece->second;
}

bool guarded(uintptr_t at, size_t bytes) {
  for (size_t side : {at - GUARD, at + bytes}) {
    const float *from = (const float *)side;
    for (size_t n = 0; n < GUARD / 4; n++)
      if (!std::isnan(from[n])) return false;
  }
  return true;
}

const std::vector<std::complex<float>> &roots(int length) {
  static std::map<int, std::vector<std::complex<float>>> tables;
  std::lock_guard<std::mutex> hold(lock);
  auto &table = tables[length];
  if (table.empty())
    for (int k = 0; k < length / 2 + 1; k++) {
      double angle = 2 * M_PI * k / length;
      table.emplace_back((float)cos(angle), (float)sin(angle));
    }
  return table;
}

void fourier(std::complex<float> *x, int n, int sign) {
  auto &root = roots(n);
  for (int i = 1, j = 0; i < n; i++) {
    int bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) std::swap(x[i], x[j]);
  }
  for (int size = 2; size <= n; size *= 2)
    for (int from = 0; from < n; from += size)
      for (int k = 0; k < size / 2; k++) {
        float c = root[(size_t)k * (n / size)].real();
        float s = sign * root[(size_t)k * (n / size)].imag();
        float *a = (float *)&x[from + k], *b = (float *)&x[from + k + size / 2];
        float re = b[0] * c - b[1] * s, im = b[0] * s + b[1] * c;
        b[0] = a[0] - re;
        b[1] = a[1] - im;
        a[0] += re;
        a[1] += im;
      }
}
} // namespace

extern "C" {
#define HERE \
  if (!current) return NO_CONTEXT

int cuInit(unsigned) { return 0; }
int cuDriverGetVersion(int *value) { return *value = version, 0; }
int cuDeviceGet(int *device, int n) { return *device = 7, n == 0 ? 0 : 101; }
int cuDeviceGetAttribute(int *value, int attribute, int device) {
  if (device != 7) return 101;
  *value = attribute == 75 ? capability / 10 : attribute == 76 ? capability % 10 : -1;
  return 0;
}
int cuDevicePrimaryCtxRetain(void **context, int device) {
  std::lock_guard<std::mutex> hold(lock);
  contexts++;
  return *context = &context_mark, device == 7 ? 0 : 101;
}
int cuDevicePrimaryCtxRelease_v2(int) {
  std::lock_guard<std::mutex> hold(lock);
  return contexts-- > 0 ? 0 : NO_CONTEXT;
}
int cuCtxSetCurrent(void *context) { return current = context, 0; }
int cuCtxSetLimit(int limit, size_t value) {
  std::lock_guard<std::mutex> hold(lock);
  if (limit == 100) total = value;
  if (limit == 101) launches = (long long)value;
  if (limit == 102) capability = (int)value;
  if (limit == 103) version = (int)value;
  return limit < 100 || limit > 103 ? INVALID_VALUE : 0;
}
int cuGetErrorName(int status, const char **name) {
  *name = status == OUT_OF_MEMORY   ? "CUDA_ERROR_OUT_OF_MEMORY"
          : status == LAUNCH_FAILED ? "CUDA_ERROR_LAUNCH_FAILED"
          : status == NO_CONTEXT    ? "CUDA_ERROR_INVALID_CONTEXT"
                                    : nullptr;
  return *name ? 0 : INVALID_VALUE;
}
// What is still held counts, so that a test can tell a leak.
int cuMemGetInfo_v2(size_t *free, size_t *all) {
  std::lock_guard<std::mutex> hold(lock);
  *free = total - used - plans.size() - (contexts - 1);
  *all = total;
  return 0;
}
int cuMemAlloc_v2(uintptr_t *address, size_t bytes) {
  HERE;
  std::lock_guard<std::mutex> hold(lock);
  if (bytes == 0) return INVALID_VALUE;
  if (used + bytes > total) return OUT_OF_MEMORY;
  bytes = (bytes + 3) / 4 * 4;
  char *piece = (char *)malloc(bytes + 2 * GUARD);
  poison(piece, bytes + 2 * GUARD);
  *address = (uintptr_t)piece + GUARD;
  memory[*address] = bytes;
  used += bytes;
  return 0;
}
int cuMemFree_v2(uintptr_t address) {
  HERE;
  std::lock_guard<std::mutex> hold(lock);
  auto piece = memory.find(address);
  if (piece == memory.end()) return INVALID_VALUE;
  if (!guarded(address, piece->second)) abort();
  used -= piece->second;
  memory.erase(piece);
  free((char *)address - GUARD);
  return 0;
}
int cuMemcpyHtoD_v2(uintptr_t to, const void *from, size_t bytes) {
  HERE;
  if (!within(to, bytes)) return INVALID_VALUE;
  return memcpy((void *)to, from, bytes), 0;
}
int cuMemcpyDtoH_v2(void *to, uintptr_t from, size_t bytes) {
  HERE;
  if (!within(from, bytes)) return INVALID_VALUE;
  return memcpy(to, (void *)from, bytes), 0;
}
int cuMemsetD8_v2(uintptr_t to, unsigned char value, size_t bytes) {
  HERE;
  if (!within(to, bytes)) return INVALID_VALUE;
  return memset((void *)to, value, bytes), 0;
}

int cuModuleLoadData(void **module, const void *image) {
  HERE;
  *module = &module_mark;
  const char *text = (const char *)image;
  int kind = strlen(text) > 9 ? atoi(text + 9) : 0;
  bool fits = strncmp(text, "code for ", 9) == 0   ? kind == capability
              : strncmp(text, "text for ", 9) == 0 ? kind <= capability
                                                   : false;
  return fits ? 0 : INVALID_IMAGE;
}
int cuModuleUnload(void *module) { return module == &module_mark ? 0 : INVALID_VALUE; }
int cuModuleGetFunction(const void **function, void *module, const char *name) {
  auto found = kernels.find(name);
  if (module != &module_mark) return INVALID_VALUE;
  if (found == kernels.end()) return NOT_FOUND;
  return *function = &found->second, 0;
}
int cuLaunchKernel(const Call *kernel, unsigned gx, unsigned gy, unsigned gz, unsigned bx, unsigned by,
                   unsigned bz, unsigned, void *stream, void **parameters, void **extra) {
  HERE;
  if (gy != 1 || gz != 1 || by != 1 || bz != 1 || bx > 1024 || stream || extra) return INVALID_VALUE;
  {
    std::lock_guard<std::mutex> hold(lock);
    if (launches >= 0 && launches-- == 0) return LAUNCH_FAILED;
  }
  gridDim = {gx, 1, 1};
  blockDim = {bx, 1, 1};
  blockIdx = threadIdx = {0, 0, 0};
  for (blockIdx.x = 0; blockIdx.x < gx; blockIdx.x++)
    for (threadIdx.x = 0; threadIdx.x < bx; threadIdx.x++) (*kernel)(parameters);
  return 0;
}

int cufftCreate(int *handle) {
  std::lock_guard<std::mutex> hold(lock);
  plans[*handle = next_plan++];
  return 0;
}
int cufftSetAutoAllocation(int handle, int automatic) {
  return plans.count(handle) && !automatic ? 0 : 1;
}
int cufftMakePlanMany(int handle, int rank, int *n, int *inembed, int, int, int *onembed, int, int,
                      int type, int batch, size_t *room) {
  std::lock_guard<std::mutex> hold(lock);
  auto plan = plans.find(handle);
  if (plan == plans.end()) return 1;
  if (rank != 1 || inembed || onembed || batch < 1 || (type != 41 && type != 42)) return 4;
  if (n[0] < 2 || (n[0] & (n[0] - 1))) return 8;
  plan->second.type = type;
  plan->second.length = n[0];
  plan->second.batch = batch;
  plan->second.made = true;
  *room = (size_t)n[0] * batch * (type == 41 ? 8 : 4);
  return 0;
}
int cufftSetWorkArea(int handle, void *room) {
  std::lock_guard<std::mutex> hold(lock);
  auto plan = plans.find(handle);
  if (plan == plans.end() || !plan->second.made) return 1;
  plan->second.room = (uintptr_t)room;
  return 0;
}
static int prepared(int handle, int type, Plan &plan) {
  {
    std::lock_guard<std::mutex> hold(lock);
    auto found = plans.find(handle);
    if (found == plans.end()) return 1;
    plan = found->second;
  }
  if (plan.type != type) return 3;
  // As the real one, it spoils its room.
  size_t bytes = (size_t)plan.length * plan.batch * (type == 41 ? 8 : 4);
  if (!within(plan.room, bytes)) return 13;
  poison((char *)plan.room, bytes);
  return 0;
}
int cufftExecC2C(int handle, std::complex<float> *in, std::complex<float> *out, int direction) {
  Plan plan;
  if (int status = prepared(handle, 41, plan)) return status;
  size_t count = (size_t)plan.length * plan.batch;
  if (in != out || !within((uintptr_t)in, 8 * count)) return 4;
  for (int n = 0; n < plan.batch; n++) fourier(in + (size_t)n * plan.length, plan.length, direction);
  return 0;
}
int cufftExecR2C(int handle, const float *in, std::complex<float> *out) {
  Plan plan;
  if (int status = prepared(handle, 42, plan)) return status;
  size_t bins = plan.length / 2 + 1;
  if (!within((uintptr_t)in, 4ull * plan.length * plan.batch) ||
      !within((uintptr_t)out, 8 * bins * plan.batch))
    return 4;
  std::vector<std::complex<float>> signal(plan.length);
  for (int n = 0; n < plan.batch; n++) {
    for (int t = 0; t < plan.length; t++) signal[t] = in[(size_t)n * plan.length + t];
    fourier(signal.data(), plan.length, -1);
    memcpy((void *)(out + n * bins), signal.data(), 8 * bins);
  }
  return 0;
}
int cufftDestroy(int handle) {
  std::lock_guard<std::mutex> hold(lock);
  return plans.erase(handle) ? 0 : 1;
}

// It knows the kinds 75, 80 and 90.
const char *nvrtcGetErrorString(int status) { return status == 6 ? "NVRTC_ERROR_COMPILATION" : "?"; }
int nvrtcGetNumSupportedArchs(int *count) { return *count = 3, 0; }
int nvrtcGetSupportedArchs(int *kinds) { return kinds[0] = 75, kinds[1] = 80, kinds[2] = 90, 0; }
int nvrtcCreateProgram(Program **program, const char *source, const char *, int headers, const char **,
                       const char **) {
  *program = new Program{source, "", ""};
  return headers == 0 ? 0 : 3;
}
int nvrtcCompileProgram(Program *program, int count, const char **options) {
  const char *kind = strchr(options[0], '_');
  if (count != 1 || !kind || program->source.find("__global__ void take_bands") == std::string::npos)
    return 6;
  program->options = options[0];
  program->image = std::string(program->options.find("compute_") != std::string::npos
                                   ? "text for "
                                   : "code for ") + (kind + 1);
  return 0;
}
int nvrtcGetProgramLogSize(Program *, size_t *bytes) { return *bytes = 12, 0; }
int nvrtcGetProgramLog(Program *, char *to) { return strcpy(to, "no kernels."), 0; }
int nvrtcGetCUBINSize(Program *program, size_t *bytes) {
  return *bytes = program->image.size() + 1, 0;
}
int nvrtcGetCUBIN(Program *program, char *to) { return strcpy(to, program->image.c_str()), 0; }
int nvrtcGetPTXSize(Program *program, size_t *bytes) { return *bytes = program->image.size() + 1, 0; }
int nvrtcGetPTX(Program *program, char *to) { return strcpy(to, program->image.c_str()), 0; }
int nvrtcDestroyProgram(Program **program) {
  delete *program;
  return *program = nullptr, 0;
}
}
