package org.tonearm.composition;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.picocontainer.DefaultPicoContainer;
import org.picocontainer.MutablePicoContainer;
import org.picocontainer.PicoCompositionException;
import org.picocontainer.behaviors.Cached;
import org.picocontainer.behaviors.Caching;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tonearm.api.ConfigurationException;
import org.tonearm.api.TonearmException;
import org.tonearm.api.audio.AudioDecoder;
import org.tonearm.api.classify.ClassifierProvider;
import org.tonearm.audio.worker.WorkerDecoder;
import org.tonearm.backend.ExtractorPlace;
import org.tonearm.backend.TrainingPack;
import org.tonearm.configuration.Configuration;
import org.tonearm.configuration.Configurations;
import org.tonearm.configuration.ConfiguredCodec;
import org.tonearm.doctor.BackendCheck;
import org.tonearm.doctor.DecoderCheck;
import org.tonearm.doctor.Doctor;
import org.tonearm.doctor.FolderCheck;
import org.tonearm.doctor.MachineCheck;
import org.tonearm.doctor.ModelsCheck;
import org.tonearm.doctor.NativesCheck;
import org.tonearm.learn.Learner;
import org.tonearm.learn.Shelf;
import org.tonearm.library.LibraryScan;
import org.tonearm.library.index.FileReading;
import org.tonearm.library.index.FileStats;
import org.tonearm.library.index.FrameStore;
import org.tonearm.model.dataset.layout.DataSetLayouts;
import org.tonearm.model.network.paper.PaperNetworks;
import org.tonearm.model.network.paper.SongLstm;
import org.tonearm.model.network.paper.WuIndRnn;
import org.tonearm.model.pretrained.UserModels;
import org.tonearm.model.suite.PaperExtractors;
import org.tonearm.model.suite.PaperGates;
import org.tonearm.model.suite.PaperModelTraining;
import org.tonearm.model.suite.PaperSuite;
import org.tonearm.model.training.Evaluation;
import org.tonearm.model.training.ModelTraining;
import org.tonearm.model.training.TrainingListener;
import org.tonearm.model.verdict.VerdictRule;
import org.tonearm.run.FeatureExtractors;
import org.tonearm.run.InstalledModels;
import org.tonearm.run.Recollection;
import org.tonearm.run.Runs;
import org.tonearm.tag.codec.CodecRegistry;
import org.tonearm.tag.journal.Journal;
import org.tonearm.tag.plan.TagPlanner;
import org.tonearm.tag.secondreader.AlbumTags;
import org.tonearm.tag.secondreader.ByCodecReader;
import org.tonearm.tag.undo.GivenBack;
import org.tonearm.tag.undo.MovedFiles;
import org.tonearm.tag.undo.Undo;
import org.tonearm.tag.write.CodecPresentFields;
import org.tonearm.tag.write.SecondReader;
import org.tonearm.tag.write.TagWriter;
import org.tonearm.taxonomy.Taxonomy;

/**
 * Puts Tonearm together. Everything is made when it is first asked for, and once; closing it closes
 * what was opened. Confined to one thread; what it gives is as thread-safe as it says.
 */
public final class Composition implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Composition.class);

  private final DataFolder data;
  private final EngineSettings settings;
  private final ExtractorPlace place;
  private final MutablePicoContainer container = new DefaultPicoContainer(new Caching());
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /**
   * @param data where the journal lies
   * @param parts what plugs in
   */
  public Composition(DataFolder data, Parts parts) {
    this(data, parts, Configurations.defaults());
  }

  /**
   * @param data where the journal lies
   * @param parts what plugs in
   * @param configuration the genres, and the settings of formats
   */
  public Composition(DataFolder data, Parts parts, Configuration configuration) {
    this(data, parts, configuration, EngineSettings.PLAIN);
  }

  /**
   * @param data where the journal lies
   * @param parts what plugs in
   * @param configuration the genres, and the settings of formats
   * @param settings what the engine may use
   */
  public Composition(
      DataFolder data, Parts parts, Configuration configuration, EngineSettings settings) {
    this.data = data;
    this.settings = settings;
    place = ExtractorPlace.ofThisComputer(settings.backend(), settings.card(), LOG::warn);
    open.push(place);
    add(AudioDecoder.class, () -> decoder(parts));
    add(
        FeatureExtractors.class,
        () -> new FeatureExtractors(place.place(parts.extractors().get())));
    add(InstalledModels.class, () -> new InstalledModels(providers(data, parts)));
    add(
        CodecRegistry.class,
        () ->
            new CodecRegistry(ConfiguredCodec.all(parts.codecs().get(), configuration.formats())));
    add(Taxonomy.class, () -> configuration.genres().taxonomy());
    add(SecondReader.class, () -> new ByCodecReader(get(CodecRegistry.class)));
    add(Journal.class, this::openJournal);
    add(IndexAccess.class, this::openIndex);
    add(MovedFiles.class, () -> get(IndexAccess.class).movedFiles());
    add(GivenBack.class, () -> get(IndexAccess.class).givenBack());
    add(Recollection.class, this::openRecollection);
    container.addComponent(FileStats.class);
    container.addComponent(FileReading.class);
    container.addComponent(AlbumTags.class);
    container.addComponent(LibraryScan.class);
    container.addComponent(VerdictRule.class);
    container.addComponent(TagPlanner.class);
    container.addComponent(TagWriter.class);
    container.addComponent(Undo.class);
    container.addComponent(Runs.class);
    container.addComponent(Learner.class);
  }

  /** Lists tracks of folders. */
  public LibraryScan scan() {
    return container.getComponent(LibraryScan.class);
  }

  /** The installed models. */
  public InstalledModels models() throws TonearmException {
    return get(InstalledModels.class);
  }

  /** Runs over tracks. */
  public Runs runs() throws TonearmException {
    return get(Runs.class);
  }

  /** The record of writes; made on the disk if it is not there. */
  public Journal journal() throws TonearmException {
    return get(Journal.class);
  }

  /** Reads and writes tags. */
  public CodecRegistry codecs() throws TonearmException {
    return get(CodecRegistry.class);
  }

  /** What is remembered of files. */
  public Recollection recollection() throws TonearmException {
    return get(Recollection.class);
  }

  /** Takes runs back. */
  public Undo undo() throws TonearmException {
    return get(Undo.class);
  }

  /** Decodes tracks; thread-safe, and closed with this. */
  public AudioDecoder decoder() throws TonearmException {
    return get(AudioDecoder.class);
  }

  /** Measures recipes of models. */
  public Evaluation evaluation(TrainingListener listener) throws TonearmException {
    return new Evaluation(get(AudioDecoder.class), listener);
  }

  /** Measures the networks of the papers. */
  public PaperSuite papers(TrainingListener listener) throws TonearmException {
    return new PaperSuite(
        PaperNetworks.all(),
        new PaperExtractors()::of,
        source -> new DataSetLayouts().clips(source.layout(), source.folder()),
        get(AudioDecoder.class),
        listener);
  }

  /** Trains models that are a paper's network. */
  public PaperModelTraining paperTraining(TrainingListener listener) throws TonearmException {
    return new PaperModelTraining(
        List.of(new SongLstm(), new WuIndRnn()),
        new PaperExtractors()::of,
        PaperGates.scattering(),
        get(AudioDecoder.class),
        listener);
  }

  /** Trains models. */
  public ModelTraining training(TrainingListener listener) throws TonearmException {
    return new ModelTraining(get(AudioDecoder.class), listener);
  }

  /** Learns labels from tags. */
  public Learner learner() throws TonearmException {
    return get(Learner.class);
  }

  /** Where learnt models are put. */
  public Shelf shelf() throws TonearmException {
    return new Shelf(data.models(), models());
  }

  /** Examines the installation. */
  public Doctor doctor() throws TonearmException {
    return new Doctor(
        List.of(
            new MachineCheck(),
            new DecoderCheck(),
            new BackendCheck(place::decide, settings.backend(), TrainingPack.ofThisComputer()),
            new ModelsCheck(models(), new InstalledModels(List.of(new UserModels(data.models())))),
            new FolderCheck("Journal", data.root(), 50),
            new FolderCheck("Temporary files", Path.of(System.getProperty("java.io.tmpdir")), 500),
            new NativesCheck(System.getProperty("tonearm.natives", ""))));
  }

  @Override
  public void close() {
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        LOG.warn("Could not be closed: {}", e.getMessage(), e);
      }
    }
  }

  /** Models that plug in, and those that the user has put into the data folder. */
  private static List<ClassifierProvider> providers(DataFolder data, Parts parts) {
    List<ClassifierProvider> providers = new ArrayList<>(parts.classifiers().get());
    providers.add(new UserModels(data.models()));
    return providers;
  }

  private AudioDecoder decoder(Parts parts) throws ConfigurationException {
    AudioDecoder decoder = installedDecoder(parts);
    if (settings.decoder().inProcess()) {
      return decoder;
    }
    WorkerDecoder workers = new WorkerDecoder(decoder, settings.decoder());
    open.push(workers);
    return workers;
  }

  private static AudioDecoder installedDecoder(Parts parts) throws ConfigurationException {
    return parts.decoders().get().stream()
        .findFirst()
        .orElseThrow(
            () ->
                new ConfigurationException(
                    "no-decoder",
                    "No audio decoder is installed.",
                    "Install Tonearm again; its decoder is missing."));
  }

  private Journal openJournal() throws TonearmException {
    Journal journal =
        Journal.open(data.journal(), new CodecPresentFields(get(CodecRegistry.class)));
    open.push(journal);
    return journal;
  }

  private IndexAccess openIndex() throws TonearmException {
    IndexAccess index =
        IndexAccess.open(
            settings.index().map(folder -> folder.resolve("index.db")).orElseGet(data::index),
            get(CodecRegistry.class));
    open.push(index);
    return index;
  }

  private Recollection openRecollection() throws TonearmException {
    Path frames = settings.index().map(folder -> folder.resolve("frames")).orElseGet(data::frames);
    return new Recollection(
        get(IndexAccess.class).index(),
        new FrameStore(frames, settings.framesMax()),
        get(FileReading.class));
  }

  private <T> void add(Class<T> type, LazyAdapter.Maker<T> maker) {
    container.addAdapter(new Cached<>(new LazyAdapter<>(type, maker)));
  }

  private <T> T get(Class<T> type) throws TonearmException {
    try {
      return container.getComponent(type);
    } catch (PicoCompositionException e) {
      if (e.getCause() instanceof TonearmException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
