package xindang.sync;

import java.io.IOException;
import java.security.InvalidKeyException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.signers.ECDSASigner;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;

/**
 * Signatures over P-256 as Bouncy Castle makes and checks them, several times faster than the JDK 17 does. They are the same
 * signatures; thousands of histories would spend most of their time on them.
 */
public final class QuickCurve extends Provider {
    private static final long serialVersionUID = 1L;
    private static final String NAME = "QuickCurve";

    private QuickCurve() {
        super(NAME, "1", "ECDSA over P-256");
        put("Signature.SHA256withECDSA", Signatures.class.getName());
        put("KeyPairGenerator.EC", "org.bouncycastle.jcajce.provider.asymmetric.ec.KeyPairGeneratorSpi$EC");
    }

    /** Lets this process sign so from now on. */
    static void use() {
        if (Security.getProvider(NAME) == null) {
            Security.insertProviderAt(new QuickCurve(), 1);
        }
    }

    /** What the JDK makes a signature with. */
    public static final class Signatures extends SignatureSpi {
        private static final X9ECParameters P256 = CustomNamedCurves.getByName("P-256");
        private static final ECDomainParameters DOMAIN = new ECDomainParameters(P256);

        private final SHA256Digest digest = new SHA256Digest();
        private ECDSASigner signer = new ECDSASigner();

        @Override
        protected void engineInitSign(PrivateKey key) throws InvalidKeyException {
            if (!(key instanceof ECPrivateKey secret)) {
                throw new InvalidKeyException("not a key of a curve");
            }
            begin(true, new ECPrivateKeyParameters(secret.getS(), DOMAIN));
        }

        @Override
        protected void engineInitVerify(PublicKey key) throws InvalidKeyException {
            if (!(key instanceof ECPublicKey open)) {
                throw new InvalidKeyException("not a key of a curve");
            }
            var point = open.getW();
            begin(
                    false,
                    new ECPublicKeyParameters(
                            P256.getCurve().validatePoint(point.getAffineX(), point.getAffineY()), DOMAIN));
        }

        private void begin(boolean signs, CipherParameters key) {
            digest.reset();
            signer = new ECDSASigner(new HMacDSAKCalculator(new SHA256Digest()));
            signer.init(signs, key);
        }

        @Override
        protected void engineUpdate(byte b) {
            digest.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
        }

        private byte[] hash() {
            var hash = new byte[digest.getDigestSize()];
            digest.doFinal(hash, 0);
            return hash;
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            var numbers = signer.generateSignature(hash());
            try {
                return StandardDSAEncoding.INSTANCE.encode(DOMAIN.getN(), numbers[0], numbers[1]);
            } catch (IOException e) {
                throw new SignatureException(e);
            }
        }

        @Override
        protected boolean engineVerify(byte[] signature) throws SignatureException {
            try {
                var numbers = StandardDSAEncoding.INSTANCE.decode(DOMAIN.getN(), signature);
                return signer.verifySignature(hash(), numbers[0], numbers[1]);
            } catch (IOException | IllegalArgumentException e) {
                throw new SignatureException(e);
            }
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException(name);
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException(name);
        }
    }
}
