/**
 * Devices that are real cards: the driver, cuFFT and NVRTC of CUDA 13 through JavaCPP's bindings,
 * which need not be on the class path as long as nothing here is used. Runs on cards of compute
 * capability 7.5 and later.
 */
package org.tonearm.model.feature.cuda;
