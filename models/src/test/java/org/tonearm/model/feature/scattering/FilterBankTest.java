package org.tonearm.model.feature.scattering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tonearm.model.feature.NpyFile;

/** Against the filters that ScatNet builds. */
class FilterBankTest {
  private static final int BINS = 131_072;
  private static final int STRIDE = 8;

  @ParameterizedTest
  @CsvSource({
    "Q8_1_bank1, 8, 76, 65", //
    "Q1_1_bank1, 1, 13, 13",
    "Q8_1_bank2, 1, 13, 13"
  })
  void bandsAreScatNets(String dump, int quality, int count, int logarithmic) throws IOException {
    BankParameters bank = BankParameters.of(quality, 8192);
    double[] centres = NpyFile.vector("scattering/scatnet_" + dump + "_xi.npy");
    double[] bandwidths = NpyFile.vector("scattering/scatnet_" + dump + "_bw.npy");

    assertThat(bank.bands()).hasSize(count).hasSameSizeAs(centres);
    assertThat(bank.logarithmic()).isEqualTo(logarithmic);
    for (int k = 0; k < count; k++) {
      assertThat(bank.bands().get(k).centre()).isCloseTo(centres[k], within(1e-12));
      assertThat(bank.bands().get(k).bandwidth()).isCloseTo(bandwidths[k], within(1e-12));
    }
    assertThat(bank.lowPassBandwidth())
        .isCloseTo(NpyFile.vector("scattering/scatnet_" + dump + "_phibw.npy")[0], within(1e-12));
  }

  @ParameterizedTest
  @CsvSource({
    "Q8_1_bank1_psi38, 8, GABOR, 38",
    "Q1_1_bank1_psi06, 1, GABOR, 6",
    "Q8_1_bank2_psi06, 1, MORLET, 6"
  })
  void waveletsAreScatNets(String dump, int quality, WaveletShape shape, int index)
      throws IOException {
    FilterBank bank = new FilterBank(BankParameters.of(quality, 8192), shape);
    double[] expected = NpyFile.vector("scattering/scatnet_" + dump + "_thinned.npy");
    int compared = 0;
    for (int n = 0; n < expected.length; n++) {
      // The dumped filters were cut where they are small.
      if (Math.abs(expected[n]) > 0) {
        double actual = bank.wavelet(index, 2 * Math.PI * n * STRIDE / BINS);
        assertThat(actual).isCloseTo(expected[n], within(1e-7));
        compared++;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  @Test
  void lowPassIsScatNets() throws IOException {
    FilterBank bank = new FilterBank(BankParameters.of(1, 8192), WaveletShape.MORLET);
    double[] expected = NpyFile.vector("scattering/scatnet_Q8_1_bank2_phi_thinned.npy");
    for (int n = 0; n < expected.length; n++) {
      assertThat(bank.lowPass(2 * Math.PI * n * STRIDE / BINS))
          .isCloseTo(expected[n], within(1e-7));
    }
  }

  @Test
  void morletIgnoresAConstant() {
    FilterBank bank = new FilterBank(BankParameters.of(1, 8192), WaveletShape.MORLET);
    for (int k = 0; k < bank.parameters().bands().size(); k++) {
      assertThat(bank.wavelet(k, 0)).isCloseTo(0, within(1e-15));
    }
  }
}
