package org.nostos.postgres.backup.internal;

import com.exceptionfactory.jagged.framework.stream.StandardDecryptingChannelFactory;
import com.exceptionfactory.jagged.framework.stream.StandardEncryptingChannelFactory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;
import org.nostos.postgres.backup.Passphrase;

/// The layers of a backup, from the outside: age, gzip, tar.
public final class Layers {

    private static final int BUFFER = 1 << 16;

    /// Rows of text shrink to a fifth at the fastest level already; the next levels cost more time
    /// than they save.
    private static final int FASTEST = 1;

    private Layers() {}

    /// An archive that is encrypted into the channel. Closing it writes the end and closes the channel.
    public static TarArchiveOutputStream into(WritableByteChannel file, Passphrase passphrase)
            throws IOException, GeneralSecurityException {
        OutputStream encrypted =
                Channels.newOutputStream(
                        new StandardEncryptingChannelFactory()
                                .newEncryptingChannel(
                                        file, List.of(new PassphraseStanza(passphrase))));
        GzipParameters fast = new GzipParameters();
        fast.setCompressionLevel(FASTEST);
        TarArchiveOutputStream tar =
                new TarArchiveOutputStream(
                        new GzipCompressorOutputStream(
                                new BufferedOutputStream(encrypted, BUFFER), fast),
                        "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        return tar;
    }

    /// What the channel holds, without its first layer.
    ///
    /// @throws GeneralSecurityException when the passphrase does not open it
    public static InputStream decrypted(ReadableByteChannel file, Passphrase passphrase)
            throws IOException, GeneralSecurityException {
        return new BufferedInputStream(
                Channels.newInputStream(
                        new StandardDecryptingChannelFactory()
                                .newDecryptingChannel(
                                        file, List.of(new PassphraseStanza(passphrase)))),
                BUFFER);
    }

    public static TarArchiveInputStream archive(InputStream decrypted) throws IOException {
        return new TarArchiveInputStream(new GZIPInputStream(decrypted, BUFFER), "UTF-8");
    }
}
