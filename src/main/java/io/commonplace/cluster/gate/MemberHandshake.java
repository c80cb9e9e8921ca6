package io.commonplace.cluster.gate;

import com.hazelcast.nio.MemberSocketInterceptor;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Properties;
import java.util.concurrent.Semaphore;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Refuses connections to the grid's port from everyone but members. Each side proves that it has the key before the grid
 * reads a byte: the grid's protocol would allocate as many bytes as the peer announces, and deserialise objects of any class.
 *
 * <pre>
 * accepting: 32 random bytes A
 * connecting: 32 random bytes B, HMAC(key, "connecting", A, B)
 * accepting: HMAC(key, "accepting", A, B)
 * </pre>
 *
 * <p>The connection is not encrypted afterwards.
 */
public final class MemberHandshake implements MemberSocketInterceptor {
    private static final int LENGTH = 32;

    /** A compromise: a busy member needs time to answer, and a stranger must not block a thread for long. */
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /** Handshakes at a time. The grid has 16 threads for them and for its own connections. */
    private static final int MAX_HANDSHAKES = 10;

    private static final String ALGORITHM = "HmacSHA256";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final Semaphore permits = new Semaphore(MAX_HANDSHAKES);

    /** @param key the shared key of all members: 32 random bytes or more, in Base64 */
    public MemberHandshake(String key) {
        byte[] bytes = Base64.getDecoder().decode(key);
        if (bytes.length < LENGTH) {
            throw new IllegalArgumentException("The grid's key has less than " + LENGTH + " bytes");
        }
        this.key = new SecretKeySpec(bytes, ALGORITHM);
    }

    @Override
    public void init(Properties properties) {}

    @Override
    public void onAccept(Socket socket) throws IOException {
        if (!permits.tryAcquire()) {
            throw new HandshakeFailed("too many handshakes at once");
        }
        try {
            accept(new HandshakeReader(socket, TIMEOUT));
        } catch (HandshakeFailed e) {
            throw e;
        } catch (IOException e) {
            // The connection was reset during a read or a write.
            throw new HandshakeFailed("the peer closed the connection", e);
        } finally {
            permits.release();
        }
    }

    private void accept(HandshakeReader handshakeReader) throws IOException {
        byte[] own = random();
        handshakeReader.write(own);
        byte[] theirs = handshakeReader.read(LENGTH);
        if (!MessageDigest.isEqual(handshakeReader.read(LENGTH), sign("connecting", own, theirs))) {
            throw new HandshakeFailed("the peer doesn't have the grid's key");
        }
        handshakeReader.write(sign("accepting", own, theirs));
        handshakeReader.end();
    }

    @Override
    public void onConnect(Socket socket) throws IOException {
        HandshakeReader handshakeReader = new HandshakeReader(socket, TIMEOUT);
        byte[] theirs = handshakeReader.read(LENGTH);
        byte[] own = random();
        handshakeReader.write(own, sign("connecting", theirs, own));
        if (!MessageDigest.isEqual(handshakeReader.read(LENGTH), sign("accepting", theirs, own))) {
            throw new HandshakeFailed("the peer doesn't have the grid's key");
        }
        handshakeReader.end();
    }

    private byte[] sign(String role, byte[] accepting, byte[] connecting) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(role.getBytes(StandardCharsets.US_ASCII));
            mac.update(accepting);
            return mac.doFinal(connecting);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC with SHA-256", e);
        }
    }

    private static byte[] random() {
        byte[] random = new byte[LENGTH];
        RANDOM.nextBytes(random);
        return random;
    }

    /**
     * The peer didn't prove that it is a member. It has no stack trace, because the grid logs each one, and strangers may
     * connect often.
     */
    static final class HandshakeFailed extends IOException {
        private static final long serialVersionUID = 1L;

        HandshakeFailed(String why) {
            super("The handshake at the grid's port failed: " + why);
        }

        HandshakeFailed(String why, IOException cause) {
            this(why + " (" + cause.getMessage() + ")");
        }

        @Override
        @SuppressWarnings("UnsynchronizedOverridesSynchronized") // nothing is written
        public Throwable fillInStackTrace() {
            return this;
        }
    }
}
